import { beforeAll, describe, expect, test } from "vitest";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { cancelRedemption } from "#app/modules/redemptions/cancel-redemption.server.ts";
import { handOver } from "#app/modules/redemptions/hand-over.server.ts";
import {
  deliverRedemption,
  returnRedemption,
  shipRedemption,
} from "#app/modules/redemptions/ship-redemption.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aPickUp, PARCEL, redemptionOf, shelvesOf, type TestGift } from "../../support/gifts.ts";
import {
  aParcel,
  collectedAt,
  doneOf,
  ownerOf,
  pointsOf,
  stepLettersTo,
  tenTimes,
} from "./serving-fixtures.ts";

testDatabase();

let store = 0;
let keeper = { by: 0, address: "" };
beforeAll(async () => {
  ({ store, keeper } = await aPickUp());
});

const collected = (gift?: TestGift) => collectedAt(store, gift);

describe("sent", () => {
  test("by a carrier in free words; the address goes when it has arrived", async () => {
    const { gift, member, id } = await aParcel();
    const sent = { carrier: "顺丰", trackingNumber: "SF1234567890" };
    expect(await shipRedemption(id, sent, keeper)).toEqual({ ok: true, state: "shipped" });
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 9, reserved: 0 });
    expect(await redemptionOf(id)).toMatchObject({ ...sent, address: PARCEL });
    expect(await deliverRedemption(id, keeper.by)).toEqual({ ok: true, state: "delivered" });
    expect(await redemptionOf(id)).toMatchObject({ address: null, trackingNumber: "SF1234567890" });
    expect(await stepLettersTo(member)).toEqual(["requested", "shipped"]);
  });

  test("ten at once send it once", async () => {
    const { gift, id } = await aParcel();
    const sent = { carrier: "顺丰", trackingNumber: "SF1" };
    expect(doneOf(await tenTimes(() => shipRedemption(id, sent, keeper)))).toBe(1);
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 9, reserved: 0 });
  });

  test("what comes back gives the points back, and the piece where it is whole", async () => {
    for (const [toShelf, onHand] of [
      [true, 10],
      [false, 9],
    ] as const) {
      const { gift, member, id } = await aParcel();
      const back = { toShelf, reason: "Nobody at home" };
      expect(await returnRedemption(id, back, keeper)).toMatchObject({ refusal: "not-now" });
      await shipRedemption(id, { carrier: "顺丰", trackingNumber: "SF2" }, keeper);
      const answers = await tenTimes(() => returnRedemption(id, back, keeper));
      expect(doneOf(answers)).toBe(1);
      expect(await pointsOf(member)).toBe(1_000);
      expect(await shelvesOf(gift.itemId)).toEqual({ onHand, reserved: 0 });
      expect((await redemptionOf(id)).address).toBeNull();
      expect(await stepLettersTo(member)).toEqual(["requested", "shipped", "returned"]);
    }
  });

  test("what is cancelled before it was sent needs no address any more", async () => {
    const { id } = await aParcel();
    await cancelRedemption(id, "Sold out", keeper);
    expect((await redemptionOf(id)).address).toBeNull();
  });

  test("a gift to collect is not sent, and a parcel not handed over", async () => {
    const [here, sent] = [await collected(), await aParcel()];
    const carrier = { carrier: "顺丰", trackingNumber: "SF3" };
    expect(await shipRedemption(here.id, carrier, keeper)).toMatchObject({ refusal: "not-now" });
    expect(await handOver(sent.id, ownerOf(sent.member), keeper)).toMatchObject({
      refusal: "not-now",
    });
    expect(await deliverRedemption(sent.id, keeper.by)).toMatchObject({ refusal: "not-now" });
  });
});

test("after all of this the books agree", async () => {
  expect(await verifyStock(db())).toEqual([]);
  expect(await verifyLedger(db())).toMatchObject({ ok: true });
});
