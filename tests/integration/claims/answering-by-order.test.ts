import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type EnteredOrder, enterOrder } from "#app/modules/claims/enter-order.server.ts";
import { linkOrder } from "#app/modules/claims/link-order.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { daysAgo, ordersCome, ownerOf, pointsOf } from "../../support/garage.ts";
import { expectSoundBooks } from "../../support/imports.ts";
import { aMember, type TestMember } from "../../support/people.ts";
import { aCar } from "../garage/workshop-fixtures.ts";
import { aClaim, aClaimant, aClerk, aClub, aPhoto, claimOf, stepsTold } from "./claims-fixtures.ts";

testDatabase();

let clerk: Awaited<ReturnType<typeof aClerk>>;
let member: TestMember;
let carId: number;
let plate: string;
let count: number;

beforeAll(aClub);

beforeEach(async () => {
  ({ clerk, member, carId, plate, count } = await aClaimant());
});

const orderId = async (orderNumber: string) =>
  (await db().serviceOrder.findFirstOrThrow({ where: { orderNumber } })).id;

describe("an order linked to a claim", () => {
  test("becomes the member's, earns by the rules, and the claim names its entry", async () => {
    const number = `NOBODY-${count}`;
    await ordersCome({ number, plate: "沪C00001", on: daysAgo(3), paid: 1286 });
    const id = await aClaim(member, { orderNumber: number });
    const linked = await linkOrder(id, await orderId(number), clerk);
    expect(linked).toMatchObject({ ok: true, state: "granted", points: 128 });
    expect(await ownerOf(number)).toBe(member.memberId);
    expect(await pointsOf(member)).toEqual({ available: 128, pending: 0, status: 128 });
    const order = await db().serviceOrder.findFirstOrThrow({ where: { orderNumber: number } });
    expect(await claimOf(id)).toMatchObject({
      state: "granted",
      orderId: order.id,
      entryId: order.awardTxnId,
      decidedBy: clerk.by,
      ownerId: clerk.by,
    });
    expect(await stepsTold(member)).toMatchObject([
      { step: "filed" },
      { step: "granted", points: 128 },
    ]);
    await expectSoundBooks();
  });

  test("stays theirs when the workshop corrects it later", async () => {
    const number = `LATER-${count}`;
    const row = { number, plate: "沪C00002", on: daysAgo(3) };
    await ordersCome({ ...row, paid: 1000 });
    const id = await aClaim(member, { orderNumber: number });
    await linkOrder(id, await orderId(number), clerk);
    await ordersCome({ ...row, paid: 500, remark: "更正" });
    expect(await pointsOf(member)).toMatchObject({ available: 50, status: 50 });
    await expectSoundBooks();
  });

  test("and earning nothing by the rules ends the claim with that reason", async () => {
    const number = `INSURED-${count}`;
    await ordersCome({ number, plate: "沪C00003", on: daysAgo(3), payment: "保险" });
    const id = await aClaim(member, { orderNumber: number });
    expect(await linkOrder(id, await orderId(number), clerk)).toEqual({
      ok: true,
      state: "refused",
      reason: "paid-by-someone-else",
    });
    expect(await ownerOf(number)).toBeNull();
    expect(await claimOf(id)).toMatchObject({ state: "refused", reason: "paid-by-someone-else" });
    const [, told] = await stepsTold(member);
    expect(told).toMatchObject({ step: "refused", reason: expect.stringContaining("insurer") });
  });

  test("that has its points already is said to be on the statement, and nothing is booked", async () => {
    const number = `THERE-${count}`;
    const id = await aClaim(member, { orderNumber: null, picture: await aPhoto() });
    await ordersCome({ number, plate, on: daysAgo(3), paid: 3840 });
    const order = await db().serviceOrder.findFirstOrThrow({ where: { orderNumber: number } });
    expect(await linkOrder(id, order.id, clerk)).toEqual({
      ok: true,
      state: "on-statement",
      entryId: Number(order.awardTxnId),
    });
    expect(await pointsOf(member)).toMatchObject({ available: 384 });
    expect(await claimOf(id)).toMatchObject({ state: "on-statement", entryId: order.awardTxnId });
    const [, told] = await stepsTold(member);
    expect(told).toMatchObject({
      step: "on-statement",
      points: null,
      entryId: Number(order.awardTxnId),
    });
    const line = await db().auditEntry.findFirstOrThrow({
      where: { subject: `claim:${id}`, action: "claim.on-statement" },
    });
    expect(line.detail).toMatchObject({ points: 0 });
    // It is no gift: whoever answers it gave nothing, and its import can still be taken back.
    expect(await db().adjustmentRequest.count({ where: { requestedBy: clerk.by } })).toBe(0);
  });

  test("and belonging to another member is never given away", async () => {
    const other = await aMember();
    await aCar(other, { plate: `沪D7${String(count).padStart(4, "0")}` });
    const number = `OTHERS-${count}`;
    await ordersCome({
      number,
      plate: `沪D7${String(count).padStart(4, "0")}`,
      on: daysAgo(3),
    });
    const id = await aClaim(member, { orderNumber: number });
    expect(await linkOrder(id, await orderId(number), clerk)).toEqual({
      ok: false,
      refusal: "another-members",
    });
    expect(await ownerOf(number)).toBe(other.memberId);
    expect(await claimOf(id)).toMatchObject({ state: "open" });
  });

  test("by two at once earns once: the second is told", async () => {
    const number = `TWICE-${count}`;
    await ordersCome({ number, plate: "沪C00005", on: daysAgo(3) });
    const id = await aClaim(member, { orderNumber: number });
    const order = await orderId(number);
    const answers = await Promise.all([
      linkOrder(id, order, clerk),
      linkOrder(id, order, await aClerk("顾明")),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, refusal: "answered-already", state: "granted" });
    expect(await pointsOf(member)).toMatchObject({ available: 100 });
  });

  test("of two members at once becomes one's", async () => {
    const number = `BOTH-${count}`;
    await ordersCome({ number, plate: "沪C00006", on: daysAgo(3) });
    const other = await aMember();
    const order = await orderId(number);
    const claims = [
      await aClaim(member, { orderNumber: number }),
      await aClaim(other, { orderNumber: number }),
    ];
    const answers = await Promise.all(claims.map((id) => linkOrder(id, order, clerk)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, refusal: "another-members" });
    const sum = (await pointsOf(member)).available + (await pointsOf(other)).available;
    expect(sum).toBe(100);
    await expectSoundBooks();
  });

  test("from long before they joined is history and no points", async () => {
    const number = `OLD-${count}`;
    await ordersCome({ number, plate: "沪C00007", on: "2023-06-01" });
    const id = await aClaim(member, { orderNumber: number });
    expect(await linkOrder(id, await orderId(number), clerk)).toMatchObject({
      state: "refused",
      reason: "not-awarded",
    });
  });
});

describe("an order entered from the invoice", () => {
  const entered = async (given: Partial<EnteredOrder> = {}): Promise<EnteredOrder> => {
    const store = await db().store.upsert({
      where: { name: "湖畔一店" },
      create: { name: "湖畔一店" },
      update: {},
    });
    return {
      storeId: store.id,
      orderNumber: `HAND-${count}`,
      settledOn: daysAgo(2),
      kind: "maintenance",
      payer: "owner",
      paid: 128_600,
      carId,
      ...given,
    };
  };

  test("earns at once, and is judged again when the export brings it", async () => {
    const id = await aClaim(member);
    expect(await enterOrder(id, await entered(), clerk)).toMatchObject({
      ok: true,
      state: "granted",
      points: 128,
    });
    await ordersCome({ number: `HAND-${count}`, plate, on: daysAgo(2), paid: 1000 });
    expect(await pointsOf(member)).toMatchObject({ available: 100 });
    await expectSoundBooks();
  });

  test("earns also for a car that was not yet the member's on that day", async () => {
    const late = await aCar(member, {
      plate: `沪E${String(count).padStart(5, "0")}`,
      from: daysAgo(0),
    });
    const id = await aClaim(member);
    const answer = await enterOrder(id, await entered({ carId: late }), clerk);
    expect(answer).toMatchObject({ ok: true, state: "granted", points: 128 });
  });

  test("is not entered over one that is there: it has to be linked", async () => {
    await ordersCome({ number: `HAND-${count}`, plate: "沪C00008", on: daysAgo(2), paid: 50 });
    const id = await aClaim(member);
    expect(await enterOrder(id, await entered(), clerk)).toEqual({
      ok: false,
      refusal: "order-exists",
    });
    const order = await db().serviceOrder.findFirstOrThrow({
      where: { orderNumber: `HAND-${count}` },
    });
    expect(order).toMatchObject({ paidMinor: 5_000, memberId: null });
    expect(await claimOf(id)).toMatchObject({ state: "open" });
  });

  test.each([
    ["another's car", { carId: 999_999 }, "not-their-car"],
    ["no such store", { storeId: 999_999 }, "no-such-store"],
    ["a day to come", { settledOn: daysAgo(-3) }, "bad-date"],
  ])("of %s is refused, and the claim stays open", async (_what, given, refusal) => {
    const id = await aClaim(member);
    expect(await enterOrder(id, await entered(given), clerk)).toEqual({ ok: false, refusal });
    expect(await claimOf(id)).toMatchObject({ state: "open" });
  });
});
