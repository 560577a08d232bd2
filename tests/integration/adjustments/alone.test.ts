import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { handActs } from "#app/features.server.ts";
import { decideAdjustment } from "#app/modules/adjustments/decide-adjustment.server.ts";
import { loadApprovals } from "#app/modules/adjustments/load-approvals.server.ts";
import { overtakeVisits } from "#app/modules/adjustments/overtake.server.ts";
import { requestAdjustment } from "#app/modules/adjustments/request-adjustment.server.ts";
import { withdrawAdjustment } from "#app/modules/adjustments/withdraw-adjustment.server.ts";
import { type EnteredOrder, enterOrder } from "#app/modules/claims/enter-order.server.ts";
import { linkOrder } from "#app/modules/claims/link-order.server.ts";
import { loadClaimPage } from "#app/modules/claims/load-claim-page.server.ts";
import { refuseClaim } from "#app/modules/claims/refuse-claim.server.ts";
import { adoptLateOrders } from "#app/modules/garage/adopt-late-orders.server.ts";
import { grantCarClaim } from "#app/modules/garage/decide-car-claim.server.ts";
import { addCarByDesk } from "#app/modules/garage/desk-cars.server.ts";
import { loadMemberPage } from "#app/modules/members/load-member-page.server.ts";
import { forgetRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { importServiceOrders } from "#app/modules/service/import-service-orders.server.ts";
import { APART_DAYS } from "#app/modules/service/order-match.ts";
import { loadRecordedVisit } from "#app/modules/visits/load-recorded-visit.server.ts";
import { recordVisit, type VisitToRecord } from "#app/modules/visits/record-visit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { bytesSource, type TableSource } from "#app/platform/table-file.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { brings, daysAgo, ordersCome, ownerOf, pointsOf } from "../../support/garage.ts";
import { anExport, bringOrders, expectSoundBooks } from "../../support/imports.ts";
import { aMember, aPerson, type TestMember, type TestPerson } from "../../support/people.ts";
import { aClaim, aClub, claimOf, stepsTold } from "../claims/claims-fixtures.ts";
import { aCar, time } from "../garage/workshop-fixtures.ts";

// What one person of the desk can give alone, by whatever they type and to whomever, as somebody dishonest would
// try it. The club's limit is 500 points a day.

freshDatabase();

const STORE = "湖畔一店";
const today = time.dayOf(new Date());
let clerk: TestPerson;
let finance: TestPerson;
let friend: TestMember;
let carId: number;
let storeId: number;

beforeEach(async () => {
  await aClub();
  clerk = await aPerson({ name: "许文", roles: ["desk"] });
  finance = await aPerson({ name: "沈岚", roles: ["finance"] });
  friend = await aMember();
  carId = await aCar(friend, { plate: "沪A10001", model: "ES200" });
  storeId = (await db().store.create({ data: { name: STORE } })).id;
});

const staff = () => ({ by: clerk.id, address: "10.0.0.1" });

/** An invoice of so many yuan, typed with a visit of the friend's. */
async function visit(number: string, yuan: number, changes: Partial<VisitToRecord> = {}) {
  const paid = yuan * 100;
  return recordVisit({
    number: friend.number,
    ...staff(),
    requestKey: randomUUID(),
    storeId,
    day: today,
    carId,
    odometerKm: null,
    odometerSure: false,
    orderNumber: number,
    note: null,
    invoice: { kind: "maintenance", payer: "owner", labour: paid, parts: 0, discount: 0, paid },
    ...changes,
  });
}

const adjust = (points: number, number = friend.number) =>
  requestAdjustment({
    number,
    points,
    reason: "A visit that the workshop forgot",
    requestKey: randomUUID(),
    ...staff(),
  });

const entered = (yuan: number): EnteredOrder => ({
  storeId,
  orderNumber: "HAND-1",
  settledOn: daysAgo(2),
  kind: "maintenance",
  payer: "owner",
  paid: yuan * 100,
  carId,
});

const queue = async () =>
  (await loadApprovals(db(), { askedBy: undefined, after: null, before: null })).waiting
    .adjustments;
const answer = (requestId: number, approve = true) =>
  decideAdjustment(
    { requestId, approve, note: approve ? "" : "no paper", by: finance.id, address: "" },
    handActs,
  );
const available = async (member = friend) => (await pointsOf(member)).available;

describe("an invoice typed with a visit", () => {
  test("of nine million yuan is kept as a visit, and its points wait", async () => {
    const recorded = await visit("RO-1", 9_000_000);
    if (!recorded.ok) throw new Error(recorded.refusal);
    expect(await pointsOf(friend)).toEqual({ available: 0, pending: 0, status: 0 });
    expect(await db().serviceOrder.count()).toBe(0);
    expect(await loadRecordedVisit(db(), friend.number, recorded.receptionId)).toMatchObject({
      hasOrder: false,
      waits: 900_000,
    });
    const page = await loadMemberPage(db(), friend.number, ["desk"]);
    expect(page?.receptions).toMatchObject([{ hasOrder: false, waits: true }]);
    expect(await queue()).toMatchObject([
      { kind: "visit", points: 900_000, reason: `${STORE} RO-1 · ${today} · ¥9,000,000.00` },
    ]);
    const line = await db().auditEntry.findFirstOrThrow({ where: { action: "visit.recorded" } });
    expect(line.detail).toMatchObject({ sum: "¥9,000,000.00", points: 900_000, waits: true });
    expect(await db().mail.count({ where: { template: "approval-asked" } })).toBe(0);
  });

  test("within the limit earns at once, and its line in the audit log names sum and points", async () => {
    await visit("RO-1", 5_000);
    expect(await available()).toBe(500);
    const line = await db().auditEntry.findFirstOrThrow({ where: { action: "visit.recorded" } });
    expect(line.detail).toMatchObject({ sum: "¥5,000.00", points: 500, waits: false });
    await expectSoundBooks();
  });

  test("split into many, at several stores and for several cars, gives the limit and no more", async () => {
    const other = await aMember();
    const otherCar = await aCar(other, { plate: "沪A10002" });
    const elsewhere = await db().store.create({ data: { name: "西岸店" } });
    await Promise.all([
      visit("RO-1", 3_000),
      visit("RO-1", 3_000, { storeId: elsewhere.id }),
      visit("RO-2", 3_000, { number: other.number, carId: otherCar }),
    ]);
    expect((await available()) + (await available(other))).toBe(300);
    expect(await queue()).toHaveLength(2);
  });

  test("that makes gold counts with what other orders gain by it", async () => {
    await ordersCome(
      { number: "OLD-1", plate: "沪A10001", on: daysAgo(5), paid: 19_900 },
      { number: "OLD-2", plate: "沪A10001", on: daysAgo(1), paid: 5_000 },
    );
    const before = await available();
    await visit("RO-1", 200, { day: daysAgo(3) });
    expect(await available()).toBe(before);
    expect((await queue())[0]?.points).toBeGreaterThan(500);
  });

  test("is booked once finance approves, for the visit it was typed with", async () => {
    const recorded = await visit("RO-1", 9_000);
    const [asked] = await queue();
    expect(await answer(asked?.id ?? 0)).toEqual({ ok: true, state: "booked" });
    expect(await available()).toBe(900);
    const reception = await db().reception.findFirstOrThrow({
      where: { id: recorded.ok ? recorded.receptionId : 0 },
    });
    expect(reception.orderId).not.toBeNull();
    expect(await queue()).toEqual([]);
    await expectSoundBooks();
  });

  test("is booked once by many who approve at once, none of whom waits for a connection in vain", async () => {
    await visit("RO-1", 9_000);
    const [asked] = await queue();
    forgetRuleBook();
    const answers = await Promise.all(Array.from({ length: 40 }, () => answer(asked?.id ?? 0)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await available()).toBe(900);
  });

  test("is not booked where finance refuses, and the same invoice is not typed again", async () => {
    await visit("RO-1", 9_000);
    const [asked] = await queue();
    expect(await answer(asked?.id ?? 0, false)).toEqual({ ok: true, state: "refused" });
    expect(await available()).toBe(0);
    expect(await visit("RO-1", 4_000)).toEqual({ ok: false, refusal: "recorded-already" });
  });

  test("earns by the workshop's own row where that comes first, and not a second time", async () => {
    await visit("RO-1", 9_000);
    await ordersCome({ number: "RO-1", plate: "沪A10001", on: today, paid: 1_000, store: STORE });
    expect(await available()).toBe(100);
    const [asked] = await queue();
    expect(await answer(asked?.id ?? 0)).toEqual({ ok: true, state: "overtaken" });
    expect(await available()).toBe(100);
    await visit("RO-2", 9_000);
    const other = {
      number: "RO-2",
      plate: "沪C00009",
      on: daysAgo(400),
      paid: 1_000,
      store: STORE,
    };
    await ordersCome(other);
    expect(await overtakeVisits(db(), APART_DAYS)).toBe(0);
    await ordersCome({ number: "RO-2", plate: "沪A10001", on: today, paid: 1_000, store: STORE });
    expect(await overtakeVisits(db(), APART_DAYS)).toBe(1);
    expect(await queue()).toEqual([]);
    await expectSoundBooks();
  });

  test("for a day on which the car was the clerk's own gives them nothing", async () => {
    const self = await aMember({ roles: ["desk"] });
    const sold = await aCar(self, { plate: "沪A10003" });
    await db().carHolding.updateMany({
      where: { carId: sold },
      data: { endsAt: time.startOfDay(daysAgo(1)), endCause: "sold" },
    });
    await db().carHolding.create({
      data: { carId: sold, memberId: friend.memberId, startsAt: time.startOfDay(daysAgo(1)) },
    });
    const mine = { by: self.id, carId: sold, day: daysAgo(3) };
    expect(await visit("RO-1", 1_000, mine)).toEqual({ ok: false, refusal: "own-visit" });
    expect(await available(self)).toBe(0);
    expect(await db().reception.count()).toBe(0);
    expect(await db().serviceOrder.count()).toBe(0);
  });
});

describe("everything that one person types counts together", () => {
  test("an adjustment after visits, and a visit after an adjustment to another", async () => {
    await visit("RO-1", 3_000);
    expect(await adjust(300)).toMatchObject({ state: "waiting" });
    expect(await adjust(200, (await aMember()).number)).toMatchObject({ state: "booked" });
    await visit("RO-2", 1_000);
    expect(await available()).toBe(300);
  });

  test("five hundred to each of several members is five hundred", async () => {
    const states = [];
    for (let n = 0; n < 3; n++) {
      const given = await adjust(500, (await aMember()).number);
      states.push(given.ok && given.state);
    }
    expect(states).toEqual(["booked", "waiting", "waiting"]);
  });

  test("sent at once, to several members and by several ways, it is no more than sent in turn", async () => {
    const other = await aMember();
    await Promise.all([adjust(400), adjust(400, other.number), visit("RO-1", 4_000)]);
    expect((await available()) + (await available(other))).toBe(400);
  });

  test("what finance approved, and what was withdrawn, leaves the day's limit as it was", async () => {
    await visit("RO-1", 9_000);
    const [asked] = await queue();
    await answer(asked?.id ?? 0);
    await adjust(800);
    const [own] = await queue();
    await withdrawAdjustment(db(), { requestId: own?.id ?? 0, by: clerk.id, address: "" });
    expect(await adjust(500)).toMatchObject({ state: "booked" });
  });
});

describe("a claim", () => {
  test("answered by a large invoice stays open until finance approves, and is answered by that", async () => {
    const id = await aClaim(friend);
    expect(await enterOrder(id, entered(9_000_000), staff())).toEqual({
      ok: true,
      state: "waiting",
      points: 900_000,
    });
    expect(await available()).toBe(0);
    expect(await db().serviceOrder.count()).toBe(0);
    expect(await claimOf(id)).toMatchObject({ state: "open" });
    expect(await stepsTold(friend)).toMatchObject([{ step: "filed" }]);
    expect((await loadClaimPage(db(), id, clerk.id))?.waits).toEqual({
      points: 900_000,
      askedBy: "许文",
    });
    expect(await enterOrder(id, entered(1_000), staff())).toEqual({
      ok: false,
      refusal: "waits-already",
    });
    const [asked] = await queue();
    expect(await db().mail.count({ where: { template: "approval-asked" } })).toBe(1);
    expect(await answer(asked?.id ?? 0)).toEqual({ ok: true, state: "booked" });
    expect(await available()).toBe(900_000);
    expect(await claimOf(id)).toMatchObject({ state: "granted", decidedBy: finance.id });
    await expectSoundBooks();
  });

  test("within the limit is answered at once, and counts for the rest of the day", async () => {
    const id = await aClaim(friend);
    expect(await enterOrder(id, entered(4_000), staff())).toMatchObject({ state: "granted" });
    const line = await db().auditEntry.findFirstOrThrow({ where: { action: "claim.granted" } });
    expect(line.detail).toMatchObject({
      points: 400,
      about: expect.stringContaining("¥4,000.00"),
    });
    expect(await adjust(200)).toMatchObject({ state: "waiting" });
  });

  test("does not give a friend an order of somebody who is not in the club, above the limit", async () => {
    await ordersCome({ number: "STRANGER", plate: "沪C00001", on: daysAgo(3), paid: 60_000 });
    const order = await db().serviceOrder.findFirstOrThrow();
    const id = await aClaim(friend, { orderNumber: "STRANGER" });
    expect(await linkOrder(id, order.id, staff())).toMatchObject({ state: "waiting" });
    expect(await ownerOf("STRANGER")).toBeNull();
    expect(await available()).toBe(0);
    const [asked] = await queue();
    expect(await answer(asked?.id ?? 0)).toMatchObject({ state: "booked" });
    expect(await ownerOf("STRANGER")).toBe(friend.memberId);
    await expectSoundBooks();
  });

  test("that is refused meanwhile leaves nothing to approve", async () => {
    const id = await aClaim(friend);
    await enterOrder(id, entered(9_000), staff());
    const [asked] = await queue();
    await refuseClaim(id, "The invoice is of another dealer.", staff());
    expect(await queue()).toEqual([]);
    expect(await answer(asked?.id ?? 0)).toEqual({ ok: false, refusal: "not-waiting" });
    expect(await available()).toBe(0);
  });
});

describe("a car of somebody's with large orders", () => {
  beforeEach(() =>
    ordersCome({ number: "BIG-1", plate: "沪C00002", on: daysAgo(10), paid: 60_000 }),
  );
  const car = { vin: null, plate: "沪C00002", model: "LS500" };
  const whose = () => ({ memberId: friend.memberId, personId: friend.id, number: friend.number });

  test("added for a friend comes as history, and its points wait", async () => {
    const added = await addCarByDesk(whose(), car, staff());
    expect(added).toMatchObject({ ok: true, pointsEarned: 0 });
    expect(added.ok && added.pointsWaiting).toBe(6_000);
    expect(await ownerOf("BIG-1")).toBe(friend.memberId);
    expect(await available()).toBe(0);
    // A correction that comes meanwhile does not earn by itself either.
    const row = { number: "BIG-1", plate: "沪C00002", on: daysAgo(10) };
    await ordersCome({ ...row, paid: 50_000, remark: "更正" });
    expect(await available()).toBe(0);
    const [asked] = await queue();
    expect(asked).toMatchObject({ kind: "car", reason: expect.stringContaining("沪C00002") });
    expect(await answer(asked?.id ?? 0)).toMatchObject({ state: "booked" });
    expect(await available()).toBeGreaterThanOrEqual(5_000);
    await expectSoundBooks();
  });

  test("granted by the desk likewise; parted with meanwhile it earns no more", async () => {
    const { id: claimed } = await db().car.create({ data: { plate: car.plate } });
    const { id: claimId } = await db().carClaim.create({
      data: { memberId: friend.memberId, carId: claimed, plate: car.plate },
    });
    const grant = { claimId, since: daysAgo(30), ...staff() };
    expect(await grantCarClaim(grant)).toMatchObject({ ok: true, orders: 1, points: 0 });
    expect(await available()).toBe(0);
    const [asked] = await queue();
    await db().carHolding.updateMany({
      where: { carId: claimed },
      data: { endsAt: new Date(), endCause: "sold" },
    });
    expect(await answer(asked?.id ?? 0)).toEqual({ ok: true, state: "overtaken" });
    expect(await available()).toBe(0);
  });
});

describe("a file of orders", () => {
  test("gives whoever brings it in nothing for their own cars, and everybody else what is theirs", async () => {
    const self = await aMember({ roles: ["desk"] });
    const sold = await aCar(self, { plate: "沪A10003" });
    await db().carHolding.updateMany({
      where: { carId: sold },
      data: { endsAt: new Date(), endCause: "sold" },
    });
    await aCar(self, { plate: "沪A10004" });
    const file = anExport(
      { number: "MINE", plate: "沪A·10004", on: daysAgo(3), paid: 9_000 },
      { number: "MINE-ONCE", plate: "沪A10003", on: daysAgo(3), paid: 9_000 },
      { number: "THEIRS", plate: "沪A10001", on: daysAgo(3), paid: 1_000 },
    );
    const settings = { bookAt: new Date(), options: { letters: false } };
    const brought = await bringOrders(file, { ...settings, startedBy: self.id });
    expect(brought).toMatchObject({ counts: { outcomes: { new: 1, rejected: 2 } } });
    expect(await available(self)).toBe(0);
    expect(await available()).toBe(100);
    const rejected = await db().importRow.findMany({ where: { outcome: "rejected" } });
    expect(rejected.map(({ reason }) => reason)).toEqual(["own_car", "own_car"]);

    // A colleague brings in the same file: those rows have not been seen.
    await bringOrders(file, { ...settings, startedBy: clerk.id });
    expect(await available(self)).toBe(1_800);
  });

  test("of a car that is nobody's gives whoever brought it in nothing by its numbers: a colleague looks", async () => {
    const self = await aMember({ roles: ["desk"] });
    const plate = "沪A10005";
    const file = anExport({ number: "NOBODYS", plate, on: daysAgo(3), paid: 90_000 });
    await bringOrders(file, { bookAt: new Date(), startedBy: self.id });
    const brought = await brings(self, { plate, orderNumber: "NOBODYS" });
    expect(brought).toMatchObject({ ok: true, state: "claimed-open" });
    expect(await available(self)).toBe(0);

    const { id: claimId } = await db().carClaim.findFirstOrThrow({ where: { state: "open" } });
    const granted = { claimId, since: daysAgo(30), address: "10.0.0.1" };
    expect(await grantCarClaim({ ...granted, by: self.id })).toMatchObject({
      refusal: "own-claim",
    });
    expect(await grantCarClaim({ ...granted, by: clerk.id })).toMatchObject({ waits: 9_000 });
    expect(await available(self)).toBe(0);
  });

  test("gives its bringer nothing for a car that became theirs while it came in", async () => {
    const self = await aMember({ roles: ["desk"] });
    const plate = "沪A10006";
    const file = anExport({ number: "MEANWHILE", plate, on: today, paid: 9_000 });
    let passes = 0;
    const source: TableSource = async function* () {
      passes += 1;
      if (passes === 2) await brings(self, { plate });
      yield* bytesSource(file)();
    };
    const settings = { fileName: "orders.csv", bookAt: new Date(), startedBy: self.id };
    expect(await importServiceOrders(source, settings)).toMatchObject({
      counts: { outcomes: { rejected: 1 } },
    });
    expect(await available(self)).toBe(0);
  });

  test("makes none of its bringer's own orders larger that calls the car as nothing but they do", async () => {
    const self = await aMember({ roles: ["desk"] });
    const vin = "LSVAA4185E2184003";
    await aCar(self, { vin });
    const order = { number: "SMALL", plate: "沪A10008", on: daysAgo(3), paid: 100 };
    await ordersCome({ ...order, vin });
    expect(await available(self)).toBe(10);
    const larger = anExport({ ...order, paid: 90_000 });
    await bringOrders(larger, { bookAt: new Date(), startedBy: self.id });
    expect(await available(self)).toBe(10);
  });

  test("gives its bringer nothing later for a car that became theirs in the very moment", async () => {
    const self = await aMember({ roles: ["desk"] });
    const plate = "沪A10007";
    expect(await brings(self, { plate })).toMatchObject({ ok: true, state: "held" });
    // Neither saw the other: the order is nobody's, and the holding has none.
    await ordersCome({ number: "UNSEEN", plate: "沪A19999", on: today, paid: 9_000 });
    await db().serviceOrder.updateMany({ where: { orderNumber: "UNSEEN" }, data: { plate } });
    const { id } = await db().carHolding.findFirstOrThrow({ where: { car: { plate } } });
    await adoptLateOrders(id);
    expect(await ownerOf("UNSEEN")).toBe(self.memberId);
    expect(await available(self)).toBe(0);
  });
});
