import { beforeAll, describe, expect, test } from "vitest";
import { loadHome } from "#app/modules/home/load-home.server.ts";
import { cancelRedemption } from "#app/modules/redemptions/cancel-redemption.server.ts";
import { makeReady } from "#app/modules/redemptions/make-ready.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aGift, aKeeper, aSaver, aStore, redemptionOf, taken } from "../../support/gifts.ts";
import { at, earn, spend } from "../../support/ledger-fixtures.ts";
import { aMember, type TestMember } from "../../support/people.ts";
import { aCar, anOrder, goldFrom, noon, takeBack, time } from "../garage/workshop-fixtures.ts";

testDatabase();

const today = noon("2026-11-21");
const home = (member: TestMember) => loadHome(db(), { id: member.memberId }, today);

describe("a member who has just joined", () => {
  let empty: TestMember;
  beforeAll(async () => {
    empty = await aMember({ name: "新会员" });
  });

  test("has noughts, the whole way to gold before them, and an invitation", async () => {
    const { points, standing, next, latest } = await home(empty);
    expect(points).toEqual({ available: 0, pending: 0, held: 0, debt: 0, lapsing: null });
    expect(standing.way).toMatchObject({ have: 0, points: 2000 });
    expect(next).toEqual({ thing: "add-car" });
    expect(latest).toEqual([]);
  });
});

test("what lapses next is told with its last day, pending points apart", async () => {
  const member = await aMember();
  const day = time.endOfDay("2026-11-30");
  await earn(member.accountId, { points: 800, lapsesAt: day });
  await earn(member.accountId, { points: 300, lapsesAt: at("2028-01-01") });
  await earn(member.accountId, { points: 240, availableAt: null, lapsesAt: null });
  const { points, next } = await home(member);
  expect(points).toMatchObject({
    available: 1100,
    pending: 240,
    lapsing: { points: 800, through: "2026-11-30" },
  });
  expect(next).toEqual({ thing: "use-points", points: 800, through: "2026-11-30" });
});

test("points that lapsed a second ago are gone, whether or not anything was written", async () => {
  const member = await aMember();
  await earn(member.accountId, { points: 800, lapsesAt: new Date(today.getTime() - 1000) });
  expect((await home(member)).points).toMatchObject({ available: 0, lapsing: null });
});

test("an award taken back after it was spent is a debt, plainly", async () => {
  const member = await aMember();
  const car = await aCar(member);
  const { entryId } = await anOrder(member, car, "2026-03-02", { paid: 3000 });
  await spend(member.accountId, 250, noon("2026-04-01"));
  await takeBack(entryId as number, "RO1", "cancelled");
  const { points, standing } = await home(member);
  expect(points).toMatchObject({ available: 0, debt: 250 });
  expect(standing.status).toBe(0);
});

test("a silver member near gold is told how near, in services of their own size", async () => {
  const member = await aMember();
  const car = await aCar(member);
  await anOrder(member, car, "2026-02-10", { paid: 8_400 });
  await anOrder(member, car, "2026-08-10", { paid: 8_480 });
  const { standing } = await home(member);
  expect(standing.standing).toEqual({ tier: "silver" });
  expect(standing.way).toMatchObject({ have: 1688, points: 312, services: 1, spendMinor: 312_000 });
});

test("points older than twelve months are no way to gold", async () => {
  const member = await aMember();
  const car = await aCar(member);
  await anOrder(member, car, "2025-11-21", { paid: 9_000 });
  await anOrder(member, car, "2025-11-22", { paid: 5_000 });
  expect((await home(member)).standing.status).toBe(500);
});

test("gold in grace is gold, and hears until when one service keeps it", async () => {
  const member = await aMember();
  const car = await aCar(member);
  await goldFrom(member, "2025-10-01", "2026-09-30");
  await anOrder(member, car, "2026-01-15", { paid: 9_400, tier: "gold" });
  await anOrder(member, car, "2026-05-15", { paid: 9_400, tier: "gold" });
  const { standing } = await home(member);
  expect(standing.standing).toMatchObject({
    tier: "gold",
    phase: "grace",
    goldThrough: "2026-09-30",
    keptThrough: "2026-11-29",
  });
  expect(standing.keeps).toMatchObject({ by: "2026-11-29", daysLeft: 8, points: 120, services: 1 });
});

test("gold by status points needs nothing but the points", async () => {
  const member = await aMember();
  const car = await aCar(member);
  await anOrder(member, car, "2026-06-10", { paid: 21_000 });
  const { standing } = await home(member);
  expect(standing.standing).toMatchObject({ tier: "gold", phase: "gold", source: "points" });
  // By the end of that gold these points are too old to renew it.
  expect(standing.keeps).toMatchObject({ by: "2027-06-30", points: 2000 });
});

test("a service is near when the car's own pace says so", async () => {
  const member = await aMember();
  const car = await aCar(member, { plate: "鄂A12345" });
  await anOrder(member, car, "2026-05-25", { odometerKm: 30_000 });
  await anOrder(member, car, "2026-09-02", { odometerKm: 40_000 });
  expect((await home(member)).next).toMatchObject({
    thing: "book-service",
    car: "鄂A12345",
    dueOn: "2026-12-11",
    overdue: false,
  });
});

test("nothing of a car's former holder, nor of any other member, is on the page", async () => {
  const former = await aMember();
  const present = await aMember();
  const car = await aCar(former, { until: "2026-06-01", plate: "鄂B00001" });
  await aCar(present, { id: car, from: "2026-06-01" });
  await anOrder(former, car, "2025-12-01", { odometerKm: 80_000 });
  const { points, standing, next, latest } = await home(present);
  expect(points.available).toBe(0);
  expect(standing.status).toBe(0);
  expect(latest).toEqual([]);
  expect(next).toEqual({ thing: "first-visit" });
});

test("the latest five entries are there, the newest first", async () => {
  const member = await aMember();
  for (let month = 1; month <= 7; month++) {
    const day = at(`2026-0${month}-05`);
    await earn(member.accountId, { points: month, availableAt: day, effectiveAt: day });
  }
  const { latest } = await home(member);
  expect(latest.map((entry) => entry.points)).toEqual([7, 6, 5, 4, 3]);
});

describe("what somebody took", () => {
  const nextOf = async ({ memberId }: TestMember) => (await loadHome(db(), { id: memberId })).next;

  test("is the next thing to do once it is ready, with what is still to be paid, and no longer once it is collected", async () => {
    const [member, store, keeper] = [await aSaver(), await aStore(), await aKeeper()];
    const gift = await aGift({ moneyMinor: 4_900 });
    const id = await taken(member, gift, { collectStoreId: store });
    // It is paid at the counter, and nobody has laid it out.
    expect((await nextOf(member))?.thing).not.toMatch(/gift/);
    await makeReady(id, keeper.by);
    const { collectBy, paymentId } = await redemptionOf(id);
    expect(await nextOf(member)).toMatchObject({
      thing: "collect-gift",
      redemptionId: id,
      store: { zh: expect.stringContaining("门店") },
      until: collectBy?.getTime(),
      money: { amountMinor: 4_900, currency: "CNY" },
    });
    await db().payment.update({
      where: { id: paymentId as number },
      data: { state: "cancelled", cancelledAt: new Date() },
    });
    expect(await nextOf(member)).toMatchObject({ thing: "collect-gift", money: null });
    await cancelRedemption(id, "Damaged", keeper);
    expect((await nextOf(member))?.thing).not.toMatch(/gift/);
  });

  test("says by when a voucher is to be paid for", async () => {
    const member = await aSaver();
    const id = await taken(member, await aGift({ fulfilment: "voucher", moneyMinor: 9_900 }));
    expect(await nextOf(member)).toMatchObject({
      thing: "pay-gift",
      redemptionId: id,
      store: null,
      money: { amountMinor: 9_900 },
    });
  });
});

describe("what somebody saves for", () => {
  const pin = (member: TestMember, giftId: number) =>
    db().giftGoal.create({ data: { memberId: member.memberId, giftId, points: 0 } });

  test("is told in services of their own, the nearest of several", async () => {
    const member = await aMember();
    const car = await aCar(member);
    await anOrder(member, car, "2026-03-02", { paid: 3_000 });
    const [near, far, hidden] = [
      await aGift({ points: 850 }),
      await aGift({ points: 900 }),
      await aGift({ points: 400, visibleUntil: noon("2026-11-20") }),
    ];
    for (const { giftId } of [far, near, hidden]) await pin(member, giftId);
    const { goal, next } = await home(member);
    expect(goal).toMatchObject({ giftId: near.giftId, missing: 550, services: 2, reach: "almost" });
    expect(next?.thing).not.toBe("take-gift");
  });

  test("is the next thing to do once the points are there, unless it has closed", async () => {
    const member = await aMember();
    const car = await aCar(member);
    await anOrder(member, car, "2026-11-02", { paid: 3_000 });
    const gift = await aGift({ points: 300, pieces: 1 });
    await pin(member, gift.giftId);
    expect(await home(member)).toMatchObject({
      goal: null,
      next: { thing: "take-gift", giftId: gift.giftId, points: 300 },
    });
    await db().gift.update({ where: { id: gift.giftId }, data: { availableUntil: today } });
    expect((await home(member)).next?.thing).not.toBe("take-gift");
  });
});
