import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { stockFeature } from "#app/modules/stock/feature.server.ts";
import { takeOutStock } from "#app/modules/stock/take-out-stock.server.ts";
import { warnOfLowStock } from "#app/modules/stock/warn-of-low-stock.server.ts";
import { loadWaiting } from "#app/modules/today/load-waiting.server.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { aGift, aKeeper, putOnShelf, type TestGift } from "../../support/gifts.ts";
import { aPerson } from "../../support/people.ts";

freshDatabase();

async function takeOut({ itemId }: TestGift, pieces: number) {
  const take = { itemId, storeId: null, pieces, reason: "Broken", requestKey: randomUUID() };
  const { by, address } = await aKeeper();
  await takeOutStock(take, { by, address });
}
const letters = () =>
  db().mail.findMany({ where: { template: "low-stock" }, orderBy: { id: "asc" } });
const waiting = async () =>
  (await loadWaiting(db(), { by: 1, may: () => true }, stockFeature.waiting ?? []))[0]?.count ?? 0;

test("a gift that runs low is told to whoever keeps the gifts, once in each fall", async () => {
  const { id } = await aPerson({ roles: ["gifts"] });
  await aPerson({ roles: ["admin"] });
  await aPerson({ roles: ["desk"] });
  const gift = await aGift({ pieces: 10, lowAt: 5 });
  await aGift({ pieces: 0 });
  expect(await warnOfLowStock()).toBe(0);
  await takeOut(gift, 5);
  expect(await warnOfLowStock()).toBe(1);
  expect(await warnOfLowStock()).toBe(0);
  const keepers = (await letters()).filter(({ personId }) => personId === id);
  expect(keepers).toMatchObject([{ props: { gifts: [{ free: 5, lowAt: 5 }] } }]);
  // Only those with the gifts' role, of whom the one who took them out is another.
  expect(await letters()).toHaveLength(2);

  // Lower still is the same fall; enough again and low again is another.
  await takeOut(gift, 2);
  expect(await warnOfLowStock()).toBe(0);
  await putOnShelf(gift.itemId, 10);
  expect(await warnOfLowStock()).toBe(0);
  await takeOut(gift, 9);
  expect(await warnOfLowStock()).toBe(1);
  expect(await letters()).toHaveLength(4);
});

test("of two who look at once one writes", async () => {
  await aPerson({ roles: ["gifts"] });
  await aGift({ pieces: 1, lowAt: 1 });
  const told = await Promise.all([warnOfLowStock(), warnOfLowStock()]);
  expect(told.sort()).toEqual([0, 1]);
});

test("where nobody has the gifts' role the admins are told", async () => {
  const { id } = await aPerson({ roles: ["admin"] });
  await aGift({ pieces: 0, lowAt: 0 });
  expect(await warnOfLowStock()).toBe(1);
  expect(await letters()).toMatchObject([{ personId: id }]);
});

test("what runs low is on the first page of whoever keeps the gifts, until it does not", async () => {
  const gift = await aGift({ pieces: 0, lowAt: 2 });
  await aGift({ pieces: 0, lowAt: 2, archivedAt: new Date() });
  expect(await waiting()).toBe(1);
  await putOnShelf(gift.itemId, 3);
  expect(await waiting()).toBe(0);
});
