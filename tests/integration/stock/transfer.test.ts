import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { answerStore } from "#app/modules/order-questions/answer-store.server.ts";
import { handOver } from "#app/modules/redemptions/hand-over.server.ts";
import { makeReady } from "#app/modules/redemptions/make-ready.server.ts";
import { recordVoucherUse } from "#app/modules/redemptions/record-voucher-use.server.ts";
import { moveStock } from "#app/modules/stock/move-stock.server.ts";
import { transferStock } from "#app/modules/stock/transfer-stock.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aGift,
  aPickUp,
  aSaver,
  aStore,
  putOnShelf,
  redemptionOf,
  taken,
} from "../../support/gifts.ts";

testDatabase();

let store = 0;
let keeper = { by: 0, address: "" };
beforeAll(async () => {
  ({ store, keeper } = await aPickUp());
});

const shelf = (itemId: number, storeId: number | null) =>
  db().stockLevel.findFirst({
    where: { itemId, storeId },
    select: { onHand: true, reserved: true },
  });
const bring = (
  itemId: number,
  pieces: number,
  changes: { from?: number | null; to?: number | null; requestKey?: string } = {},
) =>
  transferStock(
    { itemId, from: null, to: store, pieces, requestKey: randomUUID(), ...changes },
    keeper,
  );

describe("from one place to another", () => {
  test("is two movements, once, however often the form is sent", async () => {
    const { itemId } = await aGift();
    const requestKey = randomUUID();
    const once = () => bring(itemId, 4, { requestKey });
    expect(await Promise.all([once(), once(), once()])).toEqual([
      { ok: true },
      { ok: true },
      { ok: true },
    ]);
    expect(await shelf(itemId, null)).toEqual({ onHand: 6, reserved: 0 });
    expect(await shelf(itemId, store)).toEqual({ onHand: 4, reserved: 0 });
    const moves = await db().stockMovement.findMany({
      where: { itemId, kind: { startsWith: "transfer" } },
      orderBy: { id: "asc" },
      select: { kind: true, onHand: true, createdBy: true },
    });
    expect(moves).toEqual([
      { kind: "transfer-out", onHand: -4, createdBy: keeper.by },
      { kind: "transfer-in", onHand: 4, createdBy: keeper.by },
    ]);
  });

  test("takes nothing that is promised, nor more than there is, nor to where it lies", async () => {
    const gift = await aGift({ pieces: 3 });
    await taken(await aSaver(), gift, { collectStoreId: store });
    expect(await bring(gift.itemId, 3)).toEqual({ ok: false, refusal: "not-free", free: 2 });
    expect(await bring(gift.itemId, 1, { to: null })).toEqual({
      ok: false,
      refusal: "same-place",
    });
    const from = await aStore();
    expect(await bring(gift.itemId, 1, { from })).toEqual({
      ok: false,
      refusal: "not-free",
      free: 0,
    });
    expect(await bring(gift.itemId, 2)).toEqual({ ok: true });
  });

  test("ten who want the last piece elsewhere, and some who cross: nothing is lost", async () => {
    const { itemId } = await aGift({ pieces: 1 });
    const answers = await Promise.all(Array.from({ length: 10 }, () => bring(itemId, 1)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const both = await aGift({ pieces: 5 });
    await putOnShelf(both.itemId, 5, store);
    await Promise.all(
      Array.from({ length: 10 }, (_, turn) =>
        bring(both.itemId, 1, turn % 2 ? {} : { from: store, to: null }),
      ),
    );
    expect(await shelf(both.itemId, store)).toEqual({ onHand: 5, reserved: 0 });
  });
});

describe("two stores that are one", () => {
  test("are one shelf, with what is promised of it, what is collected there and what was used there", async () => {
    const [gone, stays] = [await aStore(), await aStore()];
    const gift = await aGift({ pieces: 0 });
    await putOnShelf(gift.itemId, 3, gone);
    await putOnShelf(gift.itemId, 2, stays);
    const member = await aSaver(2_000);
    const open = await taken(member, gift, { collectStoreId: gone });
    const done = await taken(member, gift, { collectStoreId: gone });
    await makeReady(open, keeper.by);
    await handOver(done, { memberId: member.memberId, collector: "owner" }, keeper);
    const short = await aGift({ pieces: 0 });
    await putOnShelf(short.itemId, 1, gone);
    const promised = await taken(member, short, { collectStoreId: gone });
    await moveStock(db(), [
      {
        itemId: short.itemId,
        storeId: gone,
        kind: "count",
        onHand: -1,
        reason: "Counted",
        by: keeper.by,
      },
    ]);
    const voucher = await taken(member, await aGift({ fulfilment: "voucher", points: 10 }));
    const code = (await redemptionOf(voucher)).voucher?.code ?? "";
    await recordVoucherUse(code, { storeId: gone, requestKey: randomUUID() }, keeper);

    const answer = await answerStore({ storeId: gone, into: stays, ...keeper });
    expect(answer).toMatchObject({ ok: true });
    expect(await shelf(gift.itemId, gone)).toBeNull();
    expect(await shelf(gift.itemId, stays)).toEqual({ onHand: 4, reserved: 1 });
    expect(await shelf(short.itemId, stays)).toEqual({ onHand: 0, reserved: 1 });
    for (const id of [open, done, promised]) {
      expect(await redemptionOf(id)).toMatchObject({ collectStoreId: stays, stockStoreId: stays });
    }
    expect(await db().voucherUse.count({ where: { storeId: stays } })).toBe(1);
    const to = { memberId: member.memberId, collector: "owner" as const };
    expect(await handOver(open, to, keeper)).toEqual({ ok: true, state: "collected" });
  });

  test("a shelf on which something lies is not taken away by hand", async () => {
    const { itemId } = await aGift();
    await expect(db().stockLevel.deleteMany({ where: { itemId } })).rejects.toThrow("movements");
  });
});

test("after all of this the books agree", async () => {
  expect(await verifyStock(db())).toEqual([]);
  expect(await verifyLedger(db())).toMatchObject({ ok: true });
});
