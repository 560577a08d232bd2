import { beforeEach, describe, expect, test } from "vitest";
import { withdrawAdjustment } from "#app/modules/adjustments/withdraw-adjustment.server.ts";
import { type EnteredOrder, enterOrder } from "#app/modules/claims/enter-order.server.ts";
import { linkOrder } from "#app/modules/claims/link-order.server.ts";
import { loadClaimPage } from "#app/modules/claims/load-claim-page.server.ts";
import { refuseClaim } from "#app/modules/claims/refuse-claim.server.ts";
import { grantCarClaim } from "#app/modules/garage/decide-car-claim.server.ts";
import { addCarByDesk } from "#app/modules/garage/desk-cars.server.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { daysAgo, ordersCome, ownerOf } from "../../support/garage.ts";
import { expectSoundBooks } from "../../support/imports.ts";
import { aMember } from "../../support/people.ts";
import { aClaim, claimOf, stepsTold } from "../claims/claims-fixtures.ts";
import { aDesk, available, type Desk, queue } from "./alone-fixtures.ts";

// What one person of the desk can give alone, by whatever they type and to whomever, as somebody dishonest would
// try it. The club's limit is 500 points a day.

freshDatabase();

let desk: Desk;

beforeEach(async () => {
  desk = await aDesk();
});

const entered = (yuan: number): EnteredOrder => ({
  storeId: desk.storeId,
  orderNumber: "HAND-1",
  settledOn: daysAgo(2),
  kind: "maintenance",
  payer: "owner",
  paid: yuan * 100,
  carId: desk.carId,
});

describe("everything that one person types counts together", () => {
  test("an adjustment after visits, and a visit after an adjustment to another", async () => {
    await desk.visit("RO-1", 3_000);
    expect(await desk.adjust(300)).toMatchObject({ state: "waiting" });
    expect(await desk.adjust(200, (await aMember()).number)).toMatchObject({ state: "booked" });
    await desk.visit("RO-2", 1_000);
    expect(await available(desk.friend)).toBe(300);
  });

  test("five hundred to each of several members is five hundred", async () => {
    const states = [];
    for (let n = 0; n < 3; n++) {
      const given = await desk.adjust(500, (await aMember()).number);
      states.push(given.ok && given.state);
    }
    expect(states).toEqual(["booked", "waiting", "waiting"]);
  });

  test("sent at once, to several members and by several ways, it is no more than sent in turn", async () => {
    const other = await aMember();
    await Promise.all([
      desk.adjust(400),
      desk.adjust(400, other.number),
      desk.visit("RO-1", 4_000),
    ]);
    expect((await available(desk.friend)) + (await available(other))).toBe(400);
  });

  test("what finance approved, and what was withdrawn, leaves the day's limit as it was", async () => {
    await desk.visit("RO-1", 9_000);
    const [asked] = await queue();
    await desk.answer(asked?.id ?? 0);
    await desk.adjust(800);
    const [own] = await queue();
    await withdrawAdjustment(db(), { requestId: own?.id ?? 0, by: desk.clerk.id, address: "" });
    expect(await desk.adjust(500)).toMatchObject({ state: "booked" });
  });
});

describe("a claim", () => {
  test("answered by a large invoice stays open until finance approves, and is answered by that", async () => {
    const id = await aClaim(desk.friend);
    expect(await enterOrder(id, entered(9_000_000), desk.staff)).toEqual({
      ok: true,
      state: "waiting",
      points: 900_000,
    });
    expect(await available(desk.friend)).toBe(0);
    expect(await db().serviceOrder.count()).toBe(0);
    expect(await claimOf(id)).toMatchObject({ state: "open" });
    expect(await stepsTold(desk.friend)).toMatchObject([{ step: "filed" }]);
    expect((await loadClaimPage(db(), id, desk.clerk.id))?.waits).toEqual({
      points: 900_000,
      askedBy: "许文",
    });
    expect(await enterOrder(id, entered(1_000), desk.staff)).toEqual({
      ok: false,
      refusal: "waits-already",
    });
    const [asked] = await queue();
    expect(await db().mail.count({ where: { template: "approval-asked" } })).toBe(1);
    expect(await desk.answer(asked?.id ?? 0)).toEqual({ ok: true, state: "booked" });
    expect(await available(desk.friend)).toBe(900_000);
    expect(await claimOf(id)).toMatchObject({ state: "granted", decidedBy: desk.finance.id });
    await expectSoundBooks();
  });

  test("within the limit is answered at once, and counts for the rest of the day", async () => {
    const id = await aClaim(desk.friend);
    expect(await enterOrder(id, entered(4_000), desk.staff)).toMatchObject({ state: "granted" });
    const line = await db().auditEntry.findFirstOrThrow({ where: { action: "claim.granted" } });
    expect(line.detail).toMatchObject({
      points: 400,
      about: expect.stringContaining("¥4,000.00"),
    });
    expect(await desk.adjust(200)).toMatchObject({ state: "waiting" });
  });

  test("does not give a friend an order of somebody who is not in the club, above the limit", async () => {
    await ordersCome({ number: "STRANGER", plate: "沪C00001", on: daysAgo(3), paid: 60_000 });
    const order = await db().serviceOrder.findFirstOrThrow();
    const id = await aClaim(desk.friend, { orderNumber: "STRANGER" });
    expect(await linkOrder(id, order.id, desk.staff)).toMatchObject({ state: "waiting" });
    expect(await ownerOf("STRANGER")).toBeNull();
    expect(await available(desk.friend)).toBe(0);
    const [asked] = await queue();
    expect(await desk.answer(asked?.id ?? 0)).toMatchObject({ state: "booked" });
    expect(await ownerOf("STRANGER")).toBe(desk.friend.memberId);
    await expectSoundBooks();
  });

  test("that is refused meanwhile leaves nothing to approve", async () => {
    const id = await aClaim(desk.friend);
    await enterOrder(id, entered(9_000), desk.staff);
    const [asked] = await queue();
    await refuseClaim(id, "The invoice is of another dealer.", desk.staff);
    expect(await queue()).toEqual([]);
    expect(await desk.answer(asked?.id ?? 0)).toEqual({ ok: false, refusal: "not-waiting" });
    expect(await available(desk.friend)).toBe(0);
  });
});

describe("a car of somebody's with large orders", () => {
  beforeEach(() =>
    ordersCome({ number: "BIG-1", plate: "沪C00002", on: daysAgo(10), paid: 60_000 }),
  );
  const car = { vin: null, plate: "沪C00002", model: "LS500" };
  const whose = () => ({
    memberId: desk.friend.memberId,
    personId: desk.friend.id,
    number: desk.friend.number,
  });

  test("added for a friend comes as history, and its points wait", async () => {
    const added = await addCarByDesk(whose(), car, desk.staff);
    expect(added).toMatchObject({ ok: true, pointsEarned: 0 });
    expect(added.ok && added.pointsWaiting).toBe(6_000);
    expect(await ownerOf("BIG-1")).toBe(desk.friend.memberId);
    expect(await available(desk.friend)).toBe(0);
    // A correction that comes meanwhile does not earn by itself either.
    const row = { number: "BIG-1", plate: "沪C00002", on: daysAgo(10) };
    await ordersCome({ ...row, paid: 50_000, remark: "更正" });
    expect(await available(desk.friend)).toBe(0);
    const [asked] = await queue();
    expect(asked).toMatchObject({ kind: "car", reason: expect.stringContaining("沪C00002") });
    expect(await desk.answer(asked?.id ?? 0)).toMatchObject({ state: "booked" });
    expect(await available(desk.friend)).toBeGreaterThanOrEqual(5_000);
    await expectSoundBooks();
  });

  test("granted by the desk likewise; parted with meanwhile it earns no more", async () => {
    const { id: claimed } = await db().car.create({ data: { plate: car.plate } });
    const { id: claimId } = await db().carClaim.create({
      data: { memberId: desk.friend.memberId, carId: claimed, plate: car.plate },
    });
    const grant = { claimId, since: daysAgo(30), ...desk.staff };
    expect(await grantCarClaim(grant)).toMatchObject({ ok: true, orders: 1, points: 0 });
    expect(await available(desk.friend)).toBe(0);
    const [asked] = await queue();
    await db().carHolding.updateMany({
      where: { carId: claimed },
      data: { endsAt: new Date(), endCause: "sold" },
    });
    expect(await desk.answer(asked?.id ?? 0)).toEqual({ ok: true, state: "overtaken" });
    expect(await available(desk.friend)).toBe(0);
  });
});
