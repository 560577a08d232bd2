import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { actOnRedemption } from "#app/routes/redemptions/parts/redemption-act.server.ts";
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
let keeper = { by: 0, address: "" };
beforeAll(async () => {
  ({ store, keeper } = await aPickUp());
});

/** Sends one of the forms on a redemption's page. */
function send(id: number, sent: Record<string, string>) {
  const fields = new FormData();
  for (const [name, value] of Object.entries(sent)) fields.set(name, value);
  return actOnRedemption(id, fields, { ...keeper, keepsGifts: false });
}

describe("the forms on a redemption's page", () => {
  test("from laid out to exchanged: what is kept of a step is what was said of it, and no more", async () => {
    const [gift, member] = [await aGift(), await aSaver()];
    const id = await taken(member, gift, { collectStoreId: store });
    const owner = { member: String(member.memberId), collector: "owner" };
    expect(await send(id, { intent: "ready" })).toEqual({ ok: true, intent: "ready" });
    expect(await send(id, { intent: "extend", reason: "On holiday" })).toMatchObject({ ok: true });
    expect(await send(id, { intent: "hand-over", ...owner })).toMatchObject({ ok: true });
    const exchange = { intent: "exchange", requestKey: randomUUID(), pieces: "1" };
    expect(await send(id, { ...exchange, reason: "Broken", toShelf: "on" })).toMatchObject({
      ok: true,
    });
    const { steps } = await redemptionOf(id);
    expect(steps.map(({ step, detail }) => [step, detail])).toEqual([
      ["requested", {}],
      ["ready", {}],
      ["extended", { reason: "On holiday" }],
      ["collected", { collector: "owner" }],
      ["exchanged", { pieces: 1, reason: "Broken", toShelf: true }],
    ]);
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 9, reserved: 0 });
  });

  test("a parcel: sent, delivered, and back", async () => {
    const id = await taken(await aSaver(), await aGift({ fulfilment: "ship" }), {
      address: PARCEL,
    });
    const sent = { carrier: "顺丰", trackingNumber: "SF1" };
    expect(await send(id, { intent: "ship", ...sent })).toEqual({ ok: true, intent: "ship" });
    expect(await send(id, { intent: "deliver" })).toMatchObject({ ok: true });
    expect(await send(id, { intent: "return", reason: "Not wanted" })).toMatchObject({ ok: true });
    const { steps, state } = await redemptionOf(id);
    expect(state).toBe("returned");
    expect(steps.map(({ step, detail }) => [step, detail])).toEqual([
      ["requested", {}],
      ["shipped", sent],
      ["delivered", {}],
      ["returned", { reason: "Not wanted", toShelf: false }],
    ]);
  });

  test("cancelled with a reason, and not without", async () => {
    const id = await taken(await aSaver(), await aGift(), { collectStoreId: store });
    expect(await send(id, { intent: "cancel", reason: "  " })).toMatchObject({
      ok: false,
      refusal: null,
      form: { error: { reason: ["form.error.reason"] } },
    });
    expect(await send(id, { intent: "cancel", reason: "Sold out" })).toMatchObject({ ok: true });
    expect(await send(id, { intent: "cancel", reason: "Sold out" })).toMatchObject({
      ok: false,
      refusal: "not-now",
    });
  });

  test("a page that showed another's gift, or none, is not acted on", async () => {
    const [other, id] = [
      await aSaver(),
      await taken(await aSaver(), await aGift(), { collectStoreId: store }),
    ];
    const form = { intent: "hand-over", member: String(other.memberId), collector: "owner" };
    await expect(send(id, form)).rejects.toMatchObject({ status: 404 });
    await expect(send(999_999, { intent: "ready" })).rejects.toMatchObject({ status: 404 });
  });
});

test("after all of this the books agree", async () => {
  expect(await verifyStock(db())).toEqual([]);
  expect(await verifyLedger(db())).toMatchObject({ ok: true });
});
