import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { loadMemberPage } from "#app/modules/members/load-member-page.server.ts";
import { voidVisit } from "#app/modules/service/void-visit.server.ts";
import { loadVisitToVoid } from "#app/modules/visits/load-visit-to-void.server.ts";
import { recordVisit, type VisitToRecord } from "#app/modules/visits/record-visit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { daysAgo, ordersCome, pointsOf } from "../../support/garage.ts";
import { expectSoundBooks } from "../../support/imports.ts";
import { aMember, aPerson, type TestMember, type TestPerson } from "../../support/people.ts";
import { aClub } from "../claims/claims-fixtures.ts";
import { aCar, time } from "../garage/workshop-fixtures.ts";

freshDatabase();

const STORE = "湖畔一店";
const PLATE = "沪A20001";
const today = time.dayOf(new Date());
let clerk: TestPerson;
let member: TestMember;
let carId: number;
let storeId: number;

beforeEach(async () => {
  await aClub();
  clerk = await aPerson({ name: "许文", roles: ["desk"] });
  member = await aMember();
  carId = await aCar(member, { plate: PLATE, model: "ES200" });
  storeId = (await db().store.create({ data: { name: STORE } })).id;
});

const who = () => ({ by: clerk.id, address: "10.0.0.1" });

async function recorded(yuan: number | null, changes: Partial<VisitToRecord> = {}) {
  const paid = (yuan ?? 0) * 100;
  const invoice = {
    kind: "maintenance",
    payer: "owner",
    labour: paid,
    parts: 0,
    discount: 0,
    paid,
  } as const;
  const answer = await recordVisit({
    number: member.number,
    ...who(),
    requestKey: randomUUID(),
    storeId,
    day: today,
    carId,
    odometerKm: null,
    odometerSure: false,
    orderNumber: yuan === null ? null : "RO-1",
    note: null,
    invoice: yuan === null ? null : invoice,
    ...changes,
  });
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.receptionId;
}

const voids = (receptionId: number) =>
  voidVisit({ receptionId, reason: "Recorded for the wrong member", ...who() });

const listed = async () => (await loadMemberPage(db(), member.number, ["desk"]))?.receptions;

test("a visit is struck through with its reason, and its reading counts no more", async () => {
  const id = await recorded(null, { odometerKm: 400_000 });
  expect(await voids(id)).toEqual({ ok: true, number: member.number, order: null, points: 0 });
  expect(await listed()).toMatchObject([{ id, voidReason: "Recorded for the wrong member" }]);
  expect(await db().odometerReading.findFirstOrThrow()).toMatchObject({
    voidedBy: clerk.id,
    voidReason: "Recorded for the wrong member",
  });
  // The true reading is neither below the mistaken one nor asked about.
  await recorded(null, { odometerKm: 12_000 });
  const line = await db().auditEntry.findFirstOrThrow({ where: { action: "visit.voided" } });
  expect(line).toMatchObject({
    personId: clerk.id,
    detail: { reception: id, reason: "Recorded for the wrong member", points: 0 },
  });
  expect(await voids(id)).toEqual({ ok: false, refusal: "voided-already" });
  expect(await voids(999_999)).toEqual({ ok: false, refusal: "no-such-visit" });
});

describe("an order that was typed with it", () => {
  test("goes with its points, which the statement gives back with a reason", async () => {
    const id = await recorded(3_000, { odometerKm: 40_000 });
    expect(await pointsOf(member)).toMatchObject({ available: 300, status: 300 });
    expect(await loadVisitToVoid(db(), id)).toMatchObject({ points: 300, recordedBy: "许文" });
    expect(await voids(id)).toMatchObject({ order: "gone", points: -300 });
    expect(await pointsOf(member)).toMatchObject({ available: 0, status: 0 });
    expect(await db().serviceOrder.count()).toBe(0);
    expect(await listed()).toMatchObject([{ id, hasOrder: false }]);
    // The same paper, for the right day: it is not recorded already.
    await recorded(2_000, { day: daysAgo(1) });
    expect(await pointsOf(member)).toMatchObject({ available: 200 });
    await expectSoundBooks();
  });

  test("comes again with the workshop's row, which earns", async () => {
    await voids(await recorded(3_000));
    await ordersCome({ number: "RO-1", plate: PLATE, on: today, paid: 1_000, store: STORE });
    expect(await pointsOf(member)).toMatchObject({ available: 100 });
  });

  test("takes the gold that it brought along, and other orders are judged again", async () => {
    await ordersCome({ number: "OLD", plate: PLATE, on: daysAgo(5), paid: 19_900 });
    await ordersCome({ number: "NEW", plate: PLATE, on: daysAgo(1), paid: 1_000 });
    const before = await pointsOf(member);
    const id = await recorded(100, { day: daysAgo(3) });
    expect((await pointsOf(member)).available).toBe(before.available + 10 + 100);
    expect(await voids(id)).toMatchObject({ points: -110 });
    expect(await pointsOf(member)).toEqual(before);
    await expectSoundBooks();
  });

  test("stays where the workshop's own row has named it since, the same or corrected", async () => {
    const id = await recorded(3_000);
    await ordersCome({ number: "RO-1", plate: PLATE, on: today, paid: 1_000, store: STORE });
    expect(await voids(id)).toMatchObject({ order: "kept", points: 0 });
    expect(await pointsOf(member)).toMatchObject({ available: 100 });
    expect(await listed()).toMatchObject([{ voidReason: "Recorded for the wrong member" }]);
  });

  test("that waits for finance is asked for no more", async () => {
    const id = await recorded(9_000_000);
    await voids(id);
    expect(await db().adjustmentRequest.findFirstOrThrow()).toMatchObject({ state: "overtaken" });
    expect(await pointsOf(member)).toMatchObject({ available: 0 });
  });

  test("still counts as given that day: recording and voiding again and again gives no more", async () => {
    await voids(await recorded(4_000));
    await recorded(4_000);
    expect(await pointsOf(member)).toMatchObject({ available: 0 });
    expect(await db().adjustmentRequest.count({ where: { state: "waiting" } })).toBe(1);
  });

  test("by two at once is taken back once", async () => {
    const id = await recorded(3_000);
    const answers = await Promise.all([voids(id), voids(id)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await pointsOf(member)).toMatchObject({ available: 0 });
    await expectSoundBooks();
  });
});
