import { beforeAll, describe, expect, test } from "vitest";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { cancelRedemption } from "#app/modules/redemptions/cancel-redemption.server.ts";
import { handOver } from "#app/modules/redemptions/hand-over.server.ts";
import { loadRedemptionPage } from "#app/modules/redemptions/load-redemption-page.server.ts";
import { makeReady } from "#app/modules/redemptions/make-ready.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aGift,
  aPickUp,
  aStore,
  putOnShelf,
  redemptionOf,
  type TestGift,
} from "../../support/gifts.ts";
import { collectedAt, lose, ownerOf, pointsOf, shelfAt } from "./serving-fixtures.ts";

testDatabase();

let store = 0;
let keeper = { by: 0, address: "" };
beforeAll(async () => {
  ({ store, keeper } = await aPickUp());
});

const collected = (gift?: TestGift) => collectedAt(store, gift);

describe("fewer on the shelf than are promised", () => {
  test("another shelf that has them free keeps the promise", async () => {
    const gift = await aGift({ pieces: 1 });
    const { member, id } = await collected(gift);
    await lose(gift.itemId, 1);
    expect(await loadRedemptionPage(db(), id)).toMatchObject({ short: true });
    const elsewhere = await aStore();
    await putOnShelf(gift.itemId, 1, elsewhere);
    expect(await makeReady(id, keeper.by)).toMatchObject({ ok: true });
    expect(await shelfAt(gift.itemId, elsewhere)).toEqual({ onHand: 0, reserved: 0 });
    expect(await shelfAt(gift.itemId, store)).toEqual({ onHand: 1, reserved: 1 });
    expect(await handOver(id, ownerOf(member), keeper)).toMatchObject({ ok: true });
  });

  test("where no shelf has them, nothing happens and it is said", async () => {
    const gift = await aGift({ pieces: 1 });
    const { member, id } = await collected(gift);
    await lose(gift.itemId, 1);
    expect(await makeReady(id, keeper.by)).toEqual({ ok: false, refusal: "out-of-stock" });
    expect(await handOver(id, ownerOf(member), keeper)).toEqual({
      ok: false,
      refusal: "out-of-stock",
    });
    expect((await redemptionOf(id)).state).toBe("requested");
    expect(await cancelRedemption(id, "None left", keeper)).toMatchObject({ ok: true });
    expect(await pointsOf(member)).toBe(1_000);
  });

  test("whoever came last goes short, what is laid out is there", async () => {
    const gift = await aGift({ pieces: 0 });
    await putOnShelf(gift.itemId, 3, store);
    const [first, second, third] = [
      await collected(gift),
      await collected(gift),
      await collected(gift),
    ];
    await makeReady(third.id, keeper.by);
    await lose(gift.itemId, 1, store);
    const short = async ({ id }: { id: number }) => (await loadRedemptionPage(db(), id))?.short;
    expect([await short(first), await short(second), await short(third)]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

test("after all of this the books agree", async () => {
  expect(await verifyStock(db())).toEqual([]);
  expect(await verifyLedger(db())).toMatchObject({ ok: true });
});
