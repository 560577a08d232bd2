import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { answerArrivedClaims } from "#app/modules/claims/answer-arrived-claims.server.ts";
import { type EnteredOrder, enterOrder } from "#app/modules/claims/enter-order.server.ts";
import { linkOrder } from "#app/modules/claims/link-order.server.ts";
import { loadClaimOrders } from "#app/modules/claims/load-claim-orders.server.ts";
import { loadClaimPage } from "#app/modules/claims/load-claim-page.server.ts";
import { loadClaimQueue } from "#app/modules/claims/load-claim-queue.server.ts";
import { lookAfterClaim } from "#app/modules/claims/look-after-claim.server.ts";
import { refuseClaim } from "#app/modules/claims/refuse-claim.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { daysAgo, ordersCome, ownerOf, pointsOf } from "../../support/garage.ts";
import { expectSoundBooks } from "../../support/imports.ts";
import { aMember, type TestMember } from "../../support/people.ts";
import { aCar } from "../garage/workshop-fixtures.ts";
import { aClaim, aClerk, aClub, aPhoto, claimOf, stepsTold } from "./claims-fixtures.ts";

testDatabase();

let clerk: Awaited<ReturnType<typeof aClerk>>;
let member: TestMember;
let carId: number;
let plate: string;
let count = 0;

beforeAll(aClub);

beforeEach(async () => {
  clerk = await aClerk();
  member = await aMember();
  plate = `沪B6${String(++count).padStart(4, "0")}`;
  carId = await aCar(member, { plate });
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

describe("who answers", () => {
  test("nobody decides about their own points", async () => {
    const id = await aClaim(member);
    const self = { by: member.id, address: "10.0.0.8" };
    const refused = { ok: false, refusal: "own-claim" };
    expect(await refuseClaim(id, "mine", self)).toEqual(refused);
    expect(await linkOrder(id, 1, self)).toEqual(refused);
    expect(await lookAfterClaim(id, { to: self.by, from: null }, self)).toEqual(refused);
  });

  test("of two who take a claim at once, one has it and the other is told", async () => {
    const id = await aClaim(member);
    const other = await aClerk("顾明");
    const answers = await Promise.all(
      [clerk, other].map((each) => lookAfterClaim(id, { to: each.by, from: null }, each)),
    );
    expect(answers).toContainEqual({ ok: true });
    expect(answers).toContainEqual({ ok: false, refusal: "taken-already" });
  });

  test("a claim is handed over to somebody who may answer it, and to nobody else", async () => {
    const id = await aClaim(member);
    await lookAfterClaim(id, { to: clerk.by, from: null }, clerk);
    const other = await aClerk("顾明");
    const outsider = await aMember();
    const from = clerk.by;
    for (const to of [outsider.id, member.id, 999_999]) {
      expect(await lookAfterClaim(id, { to, from }, clerk)).toEqual({
        ok: false,
        refusal: "cannot-decide",
      });
    }
    expect(await lookAfterClaim(id, { to: other.by, from }, clerk)).toEqual({ ok: true });
    expect((await loadClaimPage(db(), id, clerk.by))?.lookedAfterBy).toEqual({
      id: other.by,
      name: "顾明",
    });
    expect(await db().auditEntry.count({ where: { subject: `claim:${id}` } })).toBe(2);
  });

  test("a refusal carries its reason to the member, and is final", async () => {
    const id = await aClaim(member);
    expect(await refuseClaim(id, "The invoice is of another dealer.", clerk)).toEqual({ ok: true });
    expect(await refuseClaim(id, "again", clerk)).toEqual({
      ok: false,
      refusal: "answered-already",
      state: "refused",
    });
    const [, told] = await stepsTold(member);
    expect(told).toMatchObject({ step: "refused", reason: "The invoice is of another dealer." });
  });

  test("a claim that is not there is said to be none", async () => {
    expect(await refuseClaim(999_999, "none", clerk)).toEqual({
      ok: false,
      refusal: "no-such-claim",
    });
  });
});

describe("an order that comes while its claim is open", () => {
  test("for the member's own car answers the claim by itself", async () => {
    const number = `COMES-${count}`;
    const id = await aClaim(member, { orderNumber: number });
    await ordersCome({ number, plate, on: daysAgo(3), paid: 900 });
    expect(await answerArrivedClaims()).toBe(1);
    expect(await answerArrivedClaims()).toBe(0);
    expect(await claimOf(id)).toMatchObject({ state: "granted", decidedBy: null });
    expect(await stepsTold(member)).toMatchObject([{ step: "filed" }, { points: 90 }]);
    expect(await pointsOf(member)).toMatchObject({ available: 90 });
  });

  test("is not last year's of the same number", async () => {
    const number = `AGAIN-${count}`;
    await ordersCome({ number, plate, on: daysAgo(370), paid: 500 });
    const id = await aClaim(member, { orderNumber: number });
    expect(await answerArrivedClaims()).toBe(0);
    const page = { view: "all", after: null, staffId: clerk.by, limit: 100 } as const;
    const { claims } = await loadClaimQueue(db(), page);
    expect(claims.find((claim) => claim.id === id)).toMatchObject({ arrived: false });
    await ordersCome({ number, plate, on: daysAgo(3), paid: 900 });
    expect(await answerArrivedClaims()).toBe(1);
    const { orderId } = await claimOf(id);
    expect(await db().serviceOrder.findUnique({ where: { id: orderId ?? 0 } })).toMatchObject({
      paidMinor: 90_000,
    });
  });

  test("for nobody's car is said at the top of the queue, and left to the desk", async () => {
    const number = `FLAG-${count}`;
    await aClaim(member, { orderNumber: "NEVER" });
    const id = await aClaim(member, { orderNumber: number });
    await ordersCome({ number, plate: "沪C00009", on: daysAgo(3) });
    expect(await answerArrivedClaims()).toBe(0);
    const page = { view: "all", after: null, staffId: clerk.by, limit: 1 } as const;
    const queue = await loadClaimQueue(db(), page);
    expect(queue.claims[0]).toMatchObject({ id, arrived: true });
    expect(queue.counts.open).toBeGreaterThanOrEqual(2);
    const next = await loadClaimQueue(db(), { ...page, after: queue.next });
    expect(next.claims[0]).toMatchObject({ arrived: false });
  });
});

test("the queue walks through every open claim once, by when they are due", async () => {
  for (let n = 0; n < 3; n++) await aClaim(member, { orderNumber: `WALK-${n}` });
  const ids: number[] = [];
  let after = null as Parameters<typeof loadClaimQueue>[1]["after"];
  do {
    const page = await loadClaimQueue(db(), { view: "all", after, staffId: clerk.by, limit: 2 });
    ids.push(...page.claims.map(({ id }) => id));
    after = page.next;
  } while (after);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBe(await db().pointsClaim.count({ where: { state: "open" } }));
});

test("the orders it may be: its number anywhere, theirs within a week, nobody's on that day", async () => {
  const day = daysAgo(20);
  const at = (number: string) => `${number}-${count}`;
  await ordersCome(
    { number: at("NUMBER"), plate: "沪C00010", on: daysAgo(200), store: "西岸店" },
    { number: at("NEAR"), plate, on: daysAgo(14) },
    { number: at("FAR"), plate, on: daysAgo(40) },
    { number: at("SAMEDAY"), plate: "沪C00011", on: day },
  );
  const id = await aClaim(member, { orderNumber: at("NUMBER"), visitedOn: day });
  const page = await loadClaimPage(db(), id, clerk.by);
  const orders = await loadClaimOrders(db(), page as NonNullable<typeof page>);
  expect(orders.map(({ orderNumber, because, whose }) => [orderNumber, because, whose])).toEqual([
    [at("NUMBER"), "number", "nobody"],
    [at("NEAR"), "car", "theirs"],
    [at("SAMEDAY"), "day", "nobody"],
  ]);
});
