import { describe, expect, test } from "vitest";
import { readGiftSearch } from "#app/modules/gifts/find-gifts.ts";
import { loadOwnCatalogue, loadPublicCatalogue } from "#app/modules/gifts/load-catalogue.server.ts";
import { loadGiftChoices } from "#app/modules/gifts/load-choices.server.ts";
import { loadOwnGift, loadPublicGift } from "#app/modules/gifts/load-gift.server.ts";
import { pinGift, unpinGift } from "#app/modules/goals/pin-gift.server.ts";
import { loadRedemptionPage } from "#app/modules/redemptions/load-redemption-page.server.ts";
import { db, dbPool } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aGift, aSaver, aStore, putOnShelf, take, taken } from "../../support/gifts.ts";
import { aMember } from "../../support/people.ts";
import { aCar, anOrder, goldFrom, noon } from "../garage/workshop-fixtures.ts";

testDatabase();

const EVERYTHING = readGiftSearch(new URLSearchParams());
const today = noon("2026-11-21");
const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY);

async function listed(memberId: number, giftId: number, now?: Date) {
  const { gifts } = await loadOwnCatalogue(db(), memberId, EVERYTHING, "en", now);
  return gifts.find(({ id }) => id === giftId);
}

describe("how near a gift is", () => {
  test("is told by one's own points and one's own services", async () => {
    const member = await aMember();
    const car = await aCar(member);
    await anOrder(member, car, "2026-02-10", { paid: 2_000 });
    await anOrder(member, car, "2026-06-10", { paid: 4_000 });
    // 600 points to spend, and 300 with each service.
    const near = await aGift({ points: 600 });
    const almost = await aGift({ points: 1_500 });
    const later = await aGift({ points: 1_501 });
    expect(await listed(member.memberId, near.giftId, today)).toMatchObject({ reach: "within" });
    expect(await listed(member.memberId, almost.giftId, today)).toMatchObject({
      reach: "almost",
      missing: 900,
      services: 3,
    });
    expect(await listed(member.memberId, later.giftId, today)).toMatchObject({
      reach: "later",
      services: 4,
    });
  });

  test("counts the points that gold doubles", async () => {
    const member = await aSaver(0);
    await goldFrom(member, "2026-11-01", "2027-11-30");
    const gift = await aGift({ points: 480 });
    expect(await listed(member.memberId, gift.giftId, today)).toMatchObject({ services: 2 });
  });
});

test("a voucher is found among vouchers too, whatever it is good for", async () => {
  const [member, gift] = [await aSaver(), await aGift({ kind: "car-care", fulfilment: "voucher" })];
  const search = readGiftSearch(new URLSearchParams("kind=voucher"));
  const { gifts } = await loadOwnCatalogue(db(), member.memberId, search, "en");
  expect(gifts.map(({ id }) => id)).toEqual([gift.giftId]);
});

describe("what stands in the way is said", () => {
  test("of a gift for gold to a silver member, who sees it all the same", async () => {
    const member = await aSaver();
    const gift = await aGift({ tier: "gold" });
    expect(await listed(member.memberId, gift.giftId, today)).toMatchObject({
      obstacle: { refusal: "gold-only" },
    });
    await goldFrom(member, "2026-11-01", "2027-11-30");
    expect((await listed(member.memberId, gift.giftId, today))?.obstacle).toBeNull();
  });

  test("of what is sold out, not open yet, or had already", async () => {
    const member = await aSaver(5_000);
    const gone = await aGift({ pieces: 0 });
    const from = inDays(3);
    const coming = await aGift({ availableFrom: from });
    const had = await aGift({ limitPerMember: 1, fulfilment: "voucher" });
    await taken(member, had);
    expect((await listed(member.memberId, gone.giftId))?.obstacle?.refusal).toBe("out-of-stock");
    expect((await listed(member.memberId, coming.giftId))?.obstacle).toEqual({
      refusal: "not-yet",
      from,
    });
    expect((await listed(member.memberId, had.giftId))?.obstacle?.refusal).toBe("member-limit");
  });

  test("of the last pieces, wherever they lie, and of an end that is near", async () => {
    const member = await aSaver();
    const gift = await aGift({ pieces: 2, availableUntil: inDays(5) });
    await putOnShelf(gift.itemId, 2, await aStore());
    await take(member, gift, { collectStoreId: await aStore() });
    expect(await listed(member.memberId, gift.giftId)).toMatchObject({ left: 3, obstacle: null });
    expect((await listed(member.memberId, gift.giftId))?.endsAt).not.toBeNull();
  });
});

test("what is archived, or not shown yet or any more, is not there for anybody", async () => {
  const member = await aSaver();
  const hidden = [
    await aGift({ archivedAt: inDays(-1) }),
    await aGift({ visibleFrom: inDays(1) }),
    await aGift({ visibleUntil: inDays(-1) }),
  ];
  for (const { giftId } of hidden) {
    expect(await listed(member.memberId, giftId)).toBeUndefined();
    expect(await loadOwnGift(db(), giftId, member.memberId, "en")).toBeNull();
    const { sku } = await db().gift.findUniqueOrThrow({ where: { id: giftId } });
    expect(await loadPublicGift(db(), sku, "en")).toBeNull();
    const shown = await loadPublicCatalogue(db(), EVERYTHING, "en");
    expect(shown.map(({ id }) => id)).not.toContain(giftId);
  }
});

test("a gift's page knows each size's own stock, and the most that can be had of it", async () => {
  const member = await aSaver(2_600);
  const gift = await aGift({ titleEn: "Jacket", pieces: 1, limitPerMember: 9 });
  const large = await db().stockItem.create({ data: {} });
  await db().giftVariant.create({
    data: {
      giftId: gift.giftId,
      sku: `L-${gift.giftId}`,
      nameEn: "Large",
      nameZh: "大号",
      position: 1,
      stockItemId: large.id,
    },
  });
  await putOnShelf(large.id, 30);
  const page = await loadOwnGift(db(), gift.giftId, member.memberId, "zh-CN");
  expect(page?.choices).toMatchObject([
    { name: "", atOnce: 1, left: 1 },
    { name: "大号", atOnce: 30, left: null },
  ]);
  expect(page?.most).toBe(5);
});

test("a gift stays priced in its own currency, whatever the club's is today", async () => {
  const member = await aSaver();
  const gift = await aGift({ moneyMinor: 4_900, currency: "JPY" });
  const { sku } = await db().gift.findUniqueOrThrow({ where: { id: gift.giftId } });
  const priced = { moneyMinor: 4_900, currency: "JPY" };
  expect(await listed(member.memberId, gift.giftId)).toMatchObject(priced);
  expect(await loadOwnGift(db(), gift.giftId, member.memberId, "en")).toMatchObject(priced);
  expect(await loadPublicGift(db(), sku, "en")).toMatchObject(priced);
  const choices = await loadGiftChoices(db(), "silver");
  expect(choices.find(({ variantId }) => variantId === gift.variantId)).toMatchObject(priced);
  const id = await taken(member, gift, { collectStoreId: await aStore() });
  expect(await loadRedemptionPage(db(), id)).toMatchObject(priced);
});

test("where somebody collected last is offered first, while it is open", async () => {
  const member = await aSaver();
  const gift = await aGift({ points: 10 });
  const [first, last] = [await aStore(), await aStore()];
  await take(member, gift, { collectStoreId: first });
  await take(member, gift, { collectStoreId: last });
  const offered = async () =>
    (await loadOwnGift(db(), gift.giftId, member.memberId, "en"))?.lastStoreId;
  expect(await offered()).toBe(last);
  await db().store.update({ where: { id: last }, data: { closedAt: new Date() } });
  expect(await offered()).toBeNull();
});

test("what one saves for stands apart, whatever is looked for, until one stops", async () => {
  const member = await aSaver();
  const gift = await aGift();
  await pinGift(member.memberId, gift.giftId);
  await pinGift(member.memberId, gift.giftId);
  const search = readGiftSearch(new URLSearchParams("q=nothing-is-called-that"));
  const { gifts, goals } = await loadOwnCatalogue(db(), member.memberId, search, "en");
  expect(gifts).toEqual([]);
  expect(goals.map(({ id }) => id)).toEqual([gift.giftId]);
  await unpinGift(member.memberId, gift.giftId);
  expect((await listed(member.memberId, gift.giftId))?.pinned).toBe(false);
});

test("the catalogue takes two queries, however many gifts there are", async () => {
  const member = await aSaver();
  for (let made = 0; made < 20; made++) await aGift();
  await loadOwnCatalogue(db(), member.memberId, EVERYTHING, "en");
  const pool = dbPool();
  const asked = pool.query;
  let queries = 0;
  pool.query = ((...args: Parameters<typeof asked>) => {
    queries += 1;
    return asked.apply(pool, args);
  }) as typeof asked;
  try {
    await loadOwnCatalogue(db(), member.memberId, EVERYTHING, "en");
  } finally {
    pool.query = asked;
  }
  expect(queries).toBe(2);
});
