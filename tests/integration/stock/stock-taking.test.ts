import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadGiftPage } from "#app/modules/gifts/load-gift-page.server.ts";
import { cancelRedemption } from "#app/modules/redemptions/cancel-redemption.server.ts";
import { countStock } from "#app/modules/stock/count-stock.server.ts";
import { loadMissed } from "#app/modules/stock/load-missed.server.ts";
import { loadMovements } from "#app/modules/stock/load-movements.server.ts";
import { loadStock } from "#app/modules/stock/load-stock.server.ts";
import { receiveStock } from "#app/modules/stock/receive-stock.server.ts";
import { MISSED_DAYS } from "#app/modules/stock/stock-sql.server.ts";
import { takeOutStock } from "#app/modules/stock/take-out-stock.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { addDays, clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import {
  aGift,
  aKeeper,
  aSaver,
  aStore,
  putOnShelf,
  shelvesOf,
  take,
  taken,
} from "../../support/gifts.ts";

freshDatabase();

async function count(
  lines: { itemId: number; counted: number; seen: number }[],
  rest: { storeId?: number | null; requestKey?: string } = {},
) {
  const taking = { storeId: null, lines, reason: "Stock-taking", requestKey: randomUUID() };
  return countStock({ ...taking, ...rest }, await aKeeper());
}

test("a count is a movement with its difference, who and why; the shelf follows", async () => {
  const [ring, scarf] = [await aGift({ pieces: 10 }), await aGift({ pieces: 4 })];
  const result = await count([
    { itemId: ring.itemId, counted: 8, seen: 10 },
    { itemId: scarf.itemId, counted: 4, seen: 4 },
  ]);
  expect(result).toEqual({
    counted: [
      { itemId: ring.itemId, difference: -2 },
      { itemId: scarf.itemId, difference: 0 },
    ],
    again: [],
    short: [],
  });
  const { movements } = await loadMovements(db(), ring.itemId, { before: null, limit: 10 });
  expect(movements[0]).toMatchObject({
    kind: "count",
    onHand: -2,
    reason: "Stock-taking",
    by: "Keeper",
  });
  expect(await shelvesOf(ring.itemId)).toMatchObject({ onHand: 8 });
  expect(await verifyStock(db())).toEqual([]);
});

test("a count sent twice is counted once, and says the same again", async () => {
  const { itemId } = await aGift({ pieces: 10 });
  const requestKey = randomUUID();
  const line = { itemId, counted: 7, seen: 10 };
  const answers = await Promise.all([count([line], { requestKey }), count([line], { requestKey })]);
  answers.push(await count([line], { requestKey }));
  for (const answer of answers) expect(answer.counted).toEqual([{ itemId, difference: -3 }]);
  expect(await shelvesOf(itemId)).toMatchObject({ onHand: 7 });
  expect(await db().auditEntry.count({ where: { action: "stock.counted" } })).toBe(1);
});

test("two who count an empty shelf at once put its pieces there once", async () => {
  const { itemId } = await aGift({ pieces: 0 });
  const line = { itemId, counted: 5, seen: 0 };
  const answers = await Promise.all([count([line]), count([line])]);
  expect(answers.flatMap(({ counted }) => counted)).toHaveLength(1);
  expect(answers.flatMap(({ again }) => again)).toEqual([{ itemId, onHand: 5 }]);
  expect(await shelvesOf(itemId)).toMatchObject({ onHand: 5 });
});

test("a delivery to an empty shelf and a count of it put its pieces there once", async () => {
  const { itemId } = await aGift({ pieces: 0 });
  const delivery = { itemId, storeId: null, pieces: 5, requestKey: randomUUID() };
  const [counted] = await Promise.all([
    count([{ itemId, counted: 5, seen: 0 }]),
    receiveStock(delivery, await aKeeper()),
  ]);
  // Counted first, the delivery is five more; counted after it, the sheet is of before.
  const onHand = counted.again.length === 0 ? 10 : 5;
  expect(await shelvesOf(itemId)).toMatchObject({ onHand });
});

test("a promise made while somebody counts changes nothing for the count", async () => {
  const gift = await aGift({ pieces: 3 });
  const collectStoreId = await aStore();
  await taken(await aSaver(), gift, { collectStoreId });
  const result = await count([{ itemId: gift.itemId, counted: 3, seen: 3 }]);
  expect(result.counted).toEqual([{ itemId: gift.itemId, difference: 0 }]);
  expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 3, reserved: 1 });
});

test("what came or went since the sheet was drawn is counted again; the other lines hold", async () => {
  const [ring, scarf] = [await aGift({ pieces: 10 }), await aGift({ pieces: 4 })];
  await putOnShelf(ring.itemId, 5);
  const result = await count([
    { itemId: ring.itemId, counted: 10, seen: 10 },
    { itemId: scarf.itemId, counted: 3, seen: 4 },
  ]);
  expect(result.again).toEqual([{ itemId: ring.itemId, onHand: 15 }]);
  expect(await shelvesOf(ring.itemId)).toMatchObject({ onHand: 15 });
  expect(await shelvesOf(scarf.itemId)).toMatchObject({ onHand: 3 });
});

test("fewer than are promised are taken for what there is, and said; the promises stay", async () => {
  const gift = await aGift({ pieces: 2 });
  const collectStoreId = await aStore();
  const ids = [
    await taken(await aSaver(), gift, { collectStoreId }),
    await taken(await aSaver(), gift, { collectStoreId }),
  ];
  const result = await count([{ itemId: gift.itemId, counted: 1, seen: 2 }]);
  expect(result.short).toEqual([{ itemId: gift.itemId, onHand: 1, promised: 2 }]);
  expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 1, reserved: 2 });
  expect(await take(await aSaver(), gift, { collectStoreId })).toMatchObject({
    refusal: "out-of-stock",
  });
  expect(await verifyStock(db())).toEqual([]);
  const keeper = await aKeeper();
  await cancelRedemption(ids[0] as number, "None left", keeper);
  expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 1, reserved: 1 });
});

test("counts, deliveries and redemptions at once lose no piece and make none", async () => {
  const gift = await aGift({ pieces: 10 });
  const collectStoreId = await aStore();
  const savers = await Promise.all(Array.from({ length: 12 }, () => aSaver()));
  const keeper = await aKeeper();
  const answers = await Promise.all([
    ...savers.map((saver) => take(saver, gift, { collectStoreId })),
    ...[9, 11].map((counted) => count([{ itemId: gift.itemId, counted, seen: 10 }])),
    receiveStock(
      { itemId: gift.itemId, storeId: null, pieces: 2, requestKey: randomUUID() },
      keeper,
    ),
  ]);
  const promised = answers.filter((answer) => answer && "ok" in answer && answer.ok).length;
  const { _sum } = await db().stockMovement.aggregate({
    where: { itemId: gift.itemId },
    _sum: { onHand: true },
  });
  const shelf = await shelvesOf(gift.itemId);
  expect(shelf).toEqual({ onHand: _sum.onHand, reserved: promised });
  expect(shelf.reserved).toBeLessThanOrEqual(13);
  expect(await verifyStock(db())).toEqual([]);
});

test("pieces are taken out once, with a reason, and never more than there are", async () => {
  const { itemId } = await aGift({ pieces: 3 });
  const keeper = await aKeeper();
  const broken = {
    itemId,
    storeId: null,
    pieces: 2,
    reason: "Broken",
    requestKey: randomUUID(),
  };
  expect(await takeOutStock(broken, keeper)).toEqual({ ok: true });
  expect(await takeOutStock(broken, keeper)).toEqual({ ok: true });
  expect(await shelvesOf(itemId)).toMatchObject({ onHand: 1 });
  const more = { ...broken, requestKey: randomUUID() };
  expect(await takeOutStock(more, keeper)).toEqual({
    ok: false,
    refusal: "not-there",
    onHand: 1,
  });
  const elsewhere = { ...more, storeId: await aStore(), pieces: 1 };
  expect(await takeOutStock(elsewhere, keeper)).toMatchObject({ ok: false, onHand: 0 });
});

test("a stock is listed under all that is taken from it, with each of its shelves", async () => {
  const gift = await aGift({ pieces: 3, lowAt: 2 });
  const other = await aGift({ pieces: 0 });
  const storeId = await aStore();
  await putOnShelf(gift.itemId, 4, storeId);
  await db().giftVariant.updateMany({
    where: { giftId: other.giftId },
    data: { stockItemId: gift.itemId },
  });
  const stocks = await loadStock(db());
  expect(stocks.map(({ itemId }) => itemId)).toEqual([gift.itemId]);
  expect(stocks[0]?.names.map(({ giftId }) => giftId)).toEqual([gift.giftId, other.giftId]);
  expect(stocks[0]).toMatchObject({
    lowAt: 2,
    shelves: [
      { storeId: null, onHand: 3, reserved: 0 },
      { storeId, onHand: 4, reserved: 0 },
    ],
  });
});

test("the history is paged from the latest back", async () => {
  const { itemId } = await aGift({ pieces: 1 });
  for (let delivery = 0; delivery < 4; delivery++) await putOnShelf(itemId, 1);
  const first = await loadMovements(db(), itemId, { before: null, limit: 3 });
  const rest = await loadMovements(db(), itemId, { before: first.olderBefore, limit: 3 });
  expect([first.movements.length, rest.movements.length]).toEqual([3, 2]);
  expect(rest.olderBefore).toBeNull();
  const ids = [...first.movements, ...rest.movements].map(({ id }) => id);
  expect(ids).toEqual([...ids].sort((a, b) => b - a));
});

test("what was asked for and not there is told, and gifts that more save for than there are", async () => {
  await ensureClub(db());
  const gone = await aGift({ pieces: 0 });
  const wanted = await aGift({ pieces: 1 });
  await aGift({ pieces: 5 });
  const collectStoreId = await aStore();
  const [ann, ben] = [await aSaver(), await aSaver()];
  await take(ann, gone, { collectStoreId });
  await take(ann, gone, { collectStoreId });
  await take(ben, gone, { collectStoreId });
  for (const { memberId } of [ann, ben]) {
    await db().giftGoal.create({ data: { memberId, giftId: wanted.giftId, points: 500 } });
  }
  expect(await loadMissed(db())).toMatchObject([
    { giftId: gone.giftId, asked: 2, members: 2, savers: 0, free: 0 },
    { giftId: wanted.giftId, asked: 0, savers: 2, free: 1 },
  ]);
});

test("the last days in which something was missed are the club's, where they are not the server's", async () => {
  await ensureClub(db());
  const timeZone = new Date().getUTCHours() < 11 ? "Pacific/Pago_Pago" : "Pacific/Kiritimati";
  await db().club.updateMany({ data: { timeZone } });
  const today = clubTime(timeZone).dayOf(new Date());
  const { giftId } = await aGift({ pieces: 0 });
  const { memberId } = await aSaver();
  for (const daysAgo of [0, MISSED_DAYS - 1, MISSED_DAYS]) {
    const missedOn = new Date(addDays(today, -daysAgo));
    await db().giftMissed.create({ data: { giftId, memberId, missedOn } });
  }
  expect(await loadMissed(db())).toMatchObject([{ giftId, asked: 2, members: 1 }]);
  expect(await loadGiftPage(db(), giftId)).toMatchObject({ missed: 2 });
});
