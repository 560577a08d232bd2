import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import {
  cancelOwnRedemption,
  cancelRedemption,
} from "#app/modules/redemptions/cancel-redemption.server.ts";
import { exchangeGift } from "#app/modules/redemptions/exchange-gift.server.ts";
import { handOver, handOverSeveral } from "#app/modules/redemptions/hand-over.server.ts";
import { makeReady } from "#app/modules/redemptions/make-ready.server.ts";
import {
  recordVoucherUse,
  undoVoucherUse,
} from "#app/modules/redemptions/record-voucher-use.server.ts";
import {
  deliverRedemption,
  returnRedemption,
  shipRedemption,
} from "#app/modules/redemptions/ship-redemption.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aGift,
  aPickUp,
  aSaver,
  PARCEL,
  redemptionOf,
  shelvesOf,
  taken,
} from "../../support/gifts.ts";

testDatabase();

let store = 0;
let colleague = { by: 0, address: "" };
beforeAll(async () => {
  ({ store, keeper: colleague } = await aPickUp());
});

/** Somebody of the dealership who is a member too. */
async function aClerk() {
  const member = await aSaver(2_000);
  const clerk = { by: member.id, address: "10.0.0.8" };
  return { member, clerk, owner: { memberId: member.memberId, collector: "owner" as const } };
}

const OWN = { ok: false, refusal: "own" };

test("nobody hands over, exchanges or cancels at the desk what they took themselves; a colleague does", async () => {
  const [gift, { member, clerk, owner }] = [await aGift(), await aClerk()];
  const id = await taken(member, gift, { collectStoreId: store });
  // Laying it out gives it to nobody.
  expect(await makeReady(id, clerk.by)).toMatchObject({ ok: true });
  expect(await handOver(id, owner, clerk)).toEqual(OWN);
  expect(await handOverSeveral([id], owner, clerk)).toEqual([{ redemptionId: id, answer: OWN }]);
  expect(await cancelRedemption(id, "Changed my mind", clerk)).toEqual(OWN);
  expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 10, reserved: 1 });

  expect(await handOver(id, owner, colleague)).toMatchObject({ ok: true });
  const exchange = { pieces: 1, reason: "Broken", toShelf: false, again: true };
  expect(await exchangeGift(id, { ...exchange, requestKey: randomUUID() }, clerk)).toEqual(OWN);
  expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 9, reserved: 0 });
});

test("nor sends a parcel to themselves, or takes one back from themselves", async () => {
  const [gift, { member, clerk }] = [await aGift({ fulfilment: "ship" }), await aClerk()];
  const id = await taken(member, gift, { address: PARCEL });
  const by = { carrier: "SF", trackingNumber: "1" };
  expect(await shipRedemption(id, by, clerk)).toEqual(OWN);
  await shipRedemption(id, by, colleague);
  expect(await deliverRedemption(id, clerk.by)).toEqual(OWN);
  expect(await returnRedemption(id, { toShelf: false, reason: "Unwanted" }, clerk)).toEqual(OWN);
  expect((await redemptionOf(id)).state).toBe("shipped");
});

test("nor uses their own voucher, or takes back that a colleague used it", async () => {
  const [gift, { member, clerk }] = [await aGift({ fulfilment: "voucher" }), await aClerk()];
  const id = await taken(member, gift);
  const code = (await redemptionOf(id)).voucher?.code ?? "";
  const once = () => ({ storeId: store, requestKey: randomUUID() });
  expect(await recordVoucherUse(code, once(), clerk)).toEqual(OWN);
  expect(await recordVoucherUse(code, once(), colleague)).toMatchObject({ ok: true });
  const use = await db().voucherUse.findFirstOrThrow({ where: { voucher: { code } } });
  expect(await undoVoucherUse(code, { useId: use.id, reason: "Wrong car" }, clerk)).toEqual(OWN);
  expect((await redemptionOf(id)).state).toBe("used");
});

test("as its owner they cancel it until it is laid out, like everybody", async () => {
  const { member } = await aClerk();
  const id = await taken(member, await aGift(), { collectStoreId: store });
  const who = { memberId: member.memberId, personId: member.id };
  expect(await cancelOwnRedemption(id, who)).toMatchObject({ ok: true });
});
