import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { exchangeGift } from "#app/modules/redemptions/exchange-gift.server.ts";
import { handOver } from "#app/modules/redemptions/hand-over.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aGift, aPickUp, redemptionOf, shelvesOf, type TestGift } from "../../support/gifts.ts";
import { collectedAt, doneOf, ownerOf, pointsOf, tenTimes } from "./serving-fixtures.ts";

testDatabase();

let store = 0;
let keeper = { by: 0, address: "" };
beforeAll(async () => {
  ({ store, keeper } = await aPickUp());
});

const collected = (gift?: TestGift) => collectedAt(store, gift);

describe("exchanged", () => {
  const exchange = (changes: Partial<Parameters<typeof exchangeGift>[1]> = {}) => ({
    pieces: 1,
    reason: "Broken",
    toShelf: false,
    again: false,
    requestKey: randomUUID(),
    ...changes,
  });

  test("another piece leaves the shelf, no points do, and a form sent ten times is one", async () => {
    const { gift, member, id } = await collected();
    expect(await exchangeGift(id, exchange(), keeper)).toMatchObject({ refusal: "not-now" });
    await handOver(id, ownerOf(member), keeper);
    const form = exchange();
    const answers = await tenTimes(() => exchangeGift(id, form, keeper));
    expect(doneOf(answers)).toBe(10);
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 8, reserved: 0 });
    expect(await pointsOf(member)).toBe(500);
    const { state, steps } = await redemptionOf(id);
    expect(state).toBe("collected");
    expect(steps.filter(({ step }) => step === "exchanged")).toHaveLength(1);
  });

  test("the wrong colour goes back to the shelf", async () => {
    const { gift, member, id } = await collected();
    await handOver(id, ownerOf(member), keeper);
    await exchangeGift(id, exchange({ toShelf: true, reason: "Wrong colour" }), keeper);
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 9, reserved: 0 });
  });

  test("each piece once, unless whoever keeps the gifts says so", async () => {
    const { gift, member, id } = await collected();
    await handOver(id, ownerOf(member), keeper);
    const answers = await tenTimes(() => exchangeGift(id, exchange(), keeper));
    expect(doneOf(answers)).toBe(1);
    expect(answers.filter(({ ok }) => !ok)).toContainEqual({
      ok: false,
      refusal: "exchanged-before",
    });
    expect(await exchangeGift(id, exchange({ again: true }), keeper)).toMatchObject({ ok: true });
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 7, reserved: 0 });
  });

  test("no more pieces than were taken, and none that is promised to somebody else", async () => {
    const gift = await aGift({ pieces: 2 });
    const [mine] = [await collected(gift), await collected(gift)];
    await handOver(mine.id, ownerOf(mine.member), keeper);
    expect(await exchangeGift(mine.id, exchange({ pieces: 2 }), keeper)).toMatchObject({
      refusal: "too-many",
    });
    expect(await exchangeGift(mine.id, exchange(), keeper)).toMatchObject({
      refusal: "out-of-stock",
    });
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 1, reserved: 1 });
  });
});

test("after all of this the books agree", async () => {
  expect(await verifyStock(db())).toEqual([]);
  expect(await verifyLedger(db())).toMatchObject({ ok: true });
});
