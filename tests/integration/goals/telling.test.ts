import { beforeEach, describe, expect, test } from "vitest";
import type { ExportSubject } from "#app/modules/data-export/export-table.ts";
import { goalsFeature } from "#app/modules/goals/feature.server.ts";
import { pinGift } from "#app/modules/goals/pin-gift.server.ts";
import { sweepGoals } from "#app/modules/goals/sweep-goals.server.ts";
import { tellSavers } from "#app/modules/goals/tell-savers.server.ts";
import { chooseNotification } from "#app/modules/letters/choose-notification.server.ts";
import { cancelOwnRedemption } from "#app/modules/redemptions/cancel-redemption.server.ts";
import { moveStock } from "#app/modules/stock/move-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inTransaction } from "#app/platform/transaction.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aGift,
  aKeeper,
  aSaver,
  aStore,
  putOnShelf,
  type TestGift,
  taken,
} from "../../support/gifts.ts";
import type { TestMember } from "../../support/people.ts";

testDatabase();

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);

/** Somebody who began to save for a gift a while ago. */
async function savingFor(gift: TestGift, points = 0): Promise<TestMember> {
  const member = await aSaver(points);
  await pinGift(member.memberId, gift.giftId);
  return member;
}

/** What a member was told of what they save for, in order. */
async function told(member: TestMember) {
  const letters = await db().mail.findMany({
    where: { personId: member.id, template: "goal-news" },
    orderBy: { id: "asc" },
  });
  return letters.map(({ props }) => props as { what: string; free: number; waiting: number });
}
const whats = async (member: TestMember) => (await told(member)).map(({ what }) => what);

beforeEach(async () => {
  await db().giftGoal.deleteMany({});
});

describe("a gift that is back", () => {
  test("is told once, with how many there are and how many wait", async () => {
    const gift = await aGift({ pieces: 0 });
    const [one, two] = [await savingFor(gift), await savingFor(gift)];
    await tellSavers();
    expect(await told(one)).toEqual([]);
    await putOnShelf(gift.itemId, 3);
    expect(await tellSavers()).toBe(2);
    expect(await tellSavers()).toBe(0);
    expect(await tellSavers(inHours(48))).toBe(0);
    for (const member of [one, two]) {
      expect(await told(member)).toMatchObject([{ what: "back", free: 3, waiting: 2 }]);
    }
  });

  test("is told anew the next time, and at most once a day", async () => {
    const gift = await aGift({ pieces: 1, points: 10 });
    const member = await savingFor(gift);
    const other = await aSaver(100);
    const take = () => taken(other, gift, { collectStoreId: storeId });
    const storeId = await aStore();
    const back = async (id: number) =>
      cancelOwnRedemption(id, { memberId: other.memberId, personId: other.id });
    await back(await take());
    await tellSavers();
    await back(await take());
    await tellSavers();
    expect(await whats(member)).toEqual(["back"]);
    await tellSavers(inHours(25));
    expect(await whats(member)).toEqual(["back", "back"]);
  });

  test("is no news to whoever began to save for it while it was there", async () => {
    const gift = await aGift({ pieces: 0 });
    await putOnShelf(gift.itemId, 3);
    const member = await savingFor(gift);
    await tellSavers();
    expect(await told(member)).toEqual([]);
  });

  test("is not one whose last piece was only brought to another store", async () => {
    const gift = await aGift({ pieces: 1 });
    const member = await savingFor(gift);
    const [storeId, { by }] = [await aStore(), await aKeeper()];
    const pieces = { itemId: gift.itemId, by };
    await inTransaction((tx) =>
      moveStock(tx, [
        { ...pieces, storeId: null, kind: "transfer-out", onHand: -1 },
        { ...pieces, storeId, kind: "transfer-in", onHand: 1 },
      ]),
    );
    await tellSavers();
    expect(await told(member)).toEqual([]);
  });

  test("is one whose first day has come", async () => {
    const gift = await aGift({ availableFrom: inHours(1) });
    const member = await savingFor(gift);
    await tellSavers();
    expect(await told(member)).toEqual([]);
    await tellSavers(inHours(2));
    expect(await whats(member)).toEqual(["back"]);
  });
});

describe("a gift that is about to go", () => {
  test("is told once, by its pieces", async () => {
    const gift = await aGift({ pieces: 2, lowAt: 2 });
    const member = await savingFor(gift);
    await tellSavers();
    await tellSavers(inHours(30));
    expect(await told(member)).toMatchObject([{ what: "going", free: 2, waiting: 1 }]);
  });

  test("or by its last day, which is named", async () => {
    const gift = await aGift({ availableUntil: new Date("2099-03-31T16:00:00Z") });
    const member = await savingFor(gift);
    await tellSavers(new Date("2099-03-24T15:59:59Z"));
    expect(await told(member)).toEqual([]);
    await tellSavers(new Date("2099-03-24T16:00:00Z"));
    expect(await told(member)).toMatchObject([{ what: "going", through: "2099-03-31" }]);
  });
});

test.each([
  ["archived", { archivedAt: new Date() }],
  ["not shown any more", { visibleUntil: new Date() }],
])("a gift that is %s is told, and is nobody's goal from then on", async (_case, change) => {
  const gift = await aGift();
  const member = await savingFor(gift);
  await db().gift.update({ where: { id: gift.giftId }, data: change });
  await tellSavers(inHours(1));
  await tellSavers(inHours(2));
  expect(await whats(member)).toEqual(["withdrawn"]);
  expect(await db().giftGoal.count({ where: { giftId: gift.giftId } })).toBe(0);
});

test("a new price is told with the one before, once, and to those alone who saw another", async () => {
  const gift = await aGift({ points: 500 });
  const early = await savingFor(gift);
  await db().gift.update({ where: { id: gift.giftId }, data: { points: 600 } });
  const late = await savingFor(gift);
  await tellSavers();
  await tellSavers();
  expect(await told(early)).toMatchObject([{ what: "price", pointsBefore: 500, points: 600 }]);
  expect(await told(late)).toEqual([]);
});

test("another price in money alone is told too, and each saver of the one that they were told", async () => {
  const gift = await aGift({ points: 500 });
  const [early, price] = [await savingFor(gift), { where: { id: gift.giftId } }];
  await db().gift.update({ ...price, data: { moneyMinor: 4_900 } });
  const late = await savingFor(gift);
  await db().gift.update({ ...price, data: { moneyMinor: 9_900 } });
  await tellSavers();
  await tellSavers();
  const news = { what: "price", points: 500, pointsBefore: 500 };
  const money = { now: 9_900, currency: "CNY" };
  expect(await told(early)).toMatchObject([{ ...news, money: { ...money, before: 0 } }]);
  expect(await told(late)).toMatchObject([{ ...news, money: { ...money, before: 4_900 } }]);
});

test("whoever wants no such letters gets none", async () => {
  const gift = await aGift({ pieces: 0 });
  const member = await savingFor(gift);
  await chooseNotification(db(), {
    personId: member.id,
    kind: "goals",
    wanted: false,
    source: "profile",
  });
  await putOnShelf(gift.itemId, 3);
  await tellSavers();
  expect(await told(member)).toEqual([]);
});

test("a goal that was reached by whatever way is forgotten, one that was cancelled is not", async () => {
  const [reached, kept] = [await aGift({ points: 10 }), await aGift({ points: 10 })];
  const member = await aSaver(100);
  const storeId = await aStore();
  for (const gift of [reached, kept]) await pinGift(member.memberId, gift.giftId);
  await taken(member, reached, { collectStoreId: storeId });
  const id = await taken(member, kept, { collectStoreId: storeId });
  await cancelOwnRedemption(id, { memberId: member.memberId, personId: member.id });
  await sweepGoals(db());
  const left = await db().giftGoal.findMany({ where: { memberId: member.memberId } });
  expect(left.map(({ giftId }) => giftId)).toEqual([kept.giftId]);
});

test("nobody saves for more than a dozen gifts, nor for one that is not shown", async () => {
  const member = await aSaver();
  const hidden = await aGift({ archivedAt: new Date() });
  expect(await pinGift(member.memberId, hidden.giftId)).toEqual({
    ok: false,
    refusal: "no-such-gift",
  });
  for (let made = 0; made < 12; made++) {
    expect((await pinGift(member.memberId, (await aGift()).giftId)).ok).toBe(true);
  }
  expect(await pinGift(member.memberId, (await aGift()).giftId)).toEqual({
    ok: false,
    refusal: "too-many-goals",
  });
});

test("what somebody saves for is in the copy of their data, and goes when they do", async () => {
  const gift = await aGift({ points: 700, titleEn: "Model car", titleZh: "车模" });
  const member = await savingFor(gift);
  const other = await savingFor(gift);
  const { exportTables, erasure } = goalsFeature;
  const subject = { member: { id: member.memberId }, locale: "zh-CN" } as ExportSubject;
  const rows: unknown[] = [];
  for await (const page of exportTables?.[0]?.rows(subject) ?? []) rows.push(...page);
  expect(rows).toMatchObject([{ what: "车模", points: 700 }]);
  await erasure?.erase(db(), {
    personId: member.id,
    member: { id: member.memberId, accountId: member.accountId },
    email: null,
    keptLetter: null,
  });
  const left = await db().giftGoal.findMany({ where: { giftId: gift.giftId } });
  expect(left.map(({ memberId }) => memberId)).toEqual([other.memberId]);
});
