import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { reverseEntry } from "#app/modules/ledger/reverse-entry.server.ts";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { cancelRedemption } from "#app/modules/redemptions/cancel-redemption.server.ts";
import { handOver, handOverSeveral } from "#app/modules/redemptions/hand-over.server.ts";
import { loadOpenRedemptions } from "#app/modules/redemptions/load-member-redemptions.server.ts";
import { loadRedemptionPage } from "#app/modules/redemptions/load-redemption-page.server.ts";
import {
  extendWaiting,
  makeReady,
  makeSeveralReady,
} from "#app/modules/redemptions/make-ready.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aGift,
  aPickUp,
  aSaver,
  putOnShelf,
  redemptionOf,
  shelvesOf,
  type TestGift,
  taken,
} from "../../support/gifts.ts";
import { earn } from "../../support/ledger-fixtures.ts";
import {
  aParcel,
  collectedAt,
  doneOf,
  ownerOf,
  pointsOf,
  shelfAt,
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

describe("laid out", () => {
  test("moves the piece to the store where it is collected, and says until when", async () => {
    const { gift, member, id } = await collected();
    expect(await makeReady(id, keeper.by)).toEqual({ ok: true, state: "ready" });
    expect(await shelfAt(gift.itemId, null)).toEqual({ onHand: 9, reserved: 0 });
    expect(await shelfAt(gift.itemId, store)).toEqual({ onHand: 1, reserved: 1 });
    const { collectBy, stockStoreId, steps } = await redemptionOf(id);
    expect(stockStoreId).toBe(store);
    // To the end of the thirtieth day in Shanghai.
    const days = ((collectBy as Date).getTime() - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(30);
    expect(days).toBeLessThanOrEqual(31);
    expect((collectBy as Date).toISOString()).toMatch(/T16:00:00.000Z$/);
    expect(steps.at(-1)).toMatchObject({ step: "ready", createdBy: keeper.by });
    expect(await stepLettersTo(member)).toEqual(["requested", "ready"]);
  });

  test("from the store's own shelf nothing moves", async () => {
    const gift = await aGift({ pieces: 0 });
    await putOnShelf(gift.itemId, 1, store);
    const { id } = await collected(gift);
    await makeReady(id, keeper.by);
    expect(await db().stockMovement.count({ where: { redemptionId: id } })).toBe(1);
    expect(await shelfAt(gift.itemId, store)).toEqual({ onHand: 1, reserved: 1 });
  });

  test("ten at once lay it out once", async () => {
    const { gift, member, id } = await collected();
    expect(doneOf(await tenTimes(() => makeReady(id, keeper.by)))).toBe(1);
    expect(await shelfAt(gift.itemId, store)).toEqual({ onHand: 1, reserved: 1 });
    expect(await stepLettersTo(member)).toEqual(["requested", "ready"]);
  });

  test("of several, one that cannot be keeps no other from its owner", async () => {
    const [one, gone, sent] = [await collected(), await collected(), await aParcel()];
    await cancelRedemption(gone.id, "Thought better of it", keeper);
    const answers = await makeSeveralReady([one.id, gone.id, sent.id, 999_999], keeper.by);
    expect(answers.map(({ answer }) => answer)).toEqual([
      { ok: true, state: "ready" },
      { ok: false, refusal: "not-now", state: "cancelled" },
      { ok: false, refusal: "not-now", state: "requested" },
      { ok: false, refusal: "no-such-redemption" },
    ]);
  });

  test("more time counts from today, is told, and is written down", async () => {
    const { member, id } = await collected();
    expect(await extendWaiting(id, "On holiday", keeper)).toMatchObject({ refusal: "not-now" });
    await makeReady(id, keeper.by);
    const soon = new Date(Date.now() + 3_600_000);
    await db().redemption.update({ where: { id }, data: { collectBy: soon } });
    expect(await extendWaiting(id, "On holiday", keeper)).toEqual({ ok: true, state: "ready" });
    const { collectBy, steps } = await redemptionOf(id);
    expect((collectBy as Date).getTime()).toBeGreaterThan(soon.getTime() + 29 * 86_400_000);
    expect(steps.at(-1)).toMatchObject({ step: "extended", detail: { reason: "On holiday" } });
    expect(await stepLettersTo(member)).toEqual(["requested", "ready", "ready"]);
    const audit = await db().auditEntry.count({
      where: { action: "redemption.extended", subject: `redemption:${id}` },
    });
    expect(audit).toBe(1);
  });
});

describe("handed over", () => {
  test("the piece leaves the shelf; the owner is told", async () => {
    const { gift, member, id } = await collected();
    await makeReady(id, keeper.by);
    expect(await handOver(id, ownerOf(member), keeper)).toEqual({ ok: true, state: "collected" });
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 9, reserved: 0 });
    expect(await stepLettersTo(member)).toEqual(["requested", "ready", "collected"]);
    expect((await redemptionOf(id)).steps.at(-1)).toMatchObject({
      step: "collected",
      createdBy: keeper.by,
      detail: { collector: "owner" },
    });
  });

  test("before it was laid out, to whoever stands there already", async () => {
    const { gift, member, id } = await collected();
    expect(await handOver(id, ownerOf(member), keeper)).toMatchObject({ ok: true });
    expect(await shelfAt(gift.itemId, null)).toEqual({ onHand: 9, reserved: 0 });
  });

  test("not to anybody else", async () => {
    const [{ gift, id }, other] = [await collected(), await aSaver()];
    expect(await handOver(id, ownerOf(other), keeper)).toEqual({
      ok: false,
      refusal: "no-such-redemption",
    });
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 10, reserved: 1 });
  });

  test("to a substitute only where the owner named one; the name stays out of what is kept for ever", async () => {
    const { member, id } = await collected();
    const substitute = { memberId: member.memberId, collector: "substitute" as const };
    expect(await handOver(id, substitute, keeper)).toEqual({
      ok: false,
      refusal: "nobody-named",
    });
    const named = await taken(member, await aGift(), {
      collectStoreId: store,
      collectorName: "林小满",
    });
    expect(await handOver(named, substitute, keeper)).toMatchObject({ ok: true });
    const page = await loadRedemptionPage(db(), named);
    expect(page).toMatchObject({ collectorName: "林小满", state: "collected" });
    expect(page?.steps.at(-1)?.detail).toEqual({ collector: "substitute" });
    const audit = await db().auditEntry.findMany({
      where: { subject: `redemption:${named}` },
      select: { detail: true },
    });
    expect(JSON.stringify(audit)).not.toContain("林小满");
  });

  test("ten at once hand it over once", async () => {
    const { gift, member, id } = await collected();
    expect(doneOf(await tenTimes(() => handOver(id, ownerOf(member), keeper)))).toBe(1);
    expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 9, reserved: 0 });
    expect(await handOver(id, ownerOf(member), keeper)).toEqual({
      ok: false,
      refusal: "not-now",
      state: "collected",
    });
  });

  test("handed over and cancelled at once: one of the two", async () => {
    for (let turn = 0; turn < 5; turn++) {
      const { gift, member, id } = await collected();
      const answers = await Promise.all([
        handOver(id, ownerOf(member), keeper),
        cancelRedemption(id, "Sold out", keeper),
      ]);
      expect(doneOf(answers)).toBe(1);
      const { state } = await redemptionOf(id);
      expect(await pointsOf(member)).toBe(state === "collected" ? 500 : 1_000);
      const onHand = state === "collected" ? 9 : 10;
      expect(await shelvesOf(gift.itemId)).toEqual({ onHand, reserved: 0 });
    }
  });

  test("several at once: what is somebody else's, or gone, stays; the others are handed over", async () => {
    const [member, other] = [await aSaver(2_000), await collected()];
    const take = async () => taken(member, await aGift(), { collectStoreId: store });
    const [first, second, third] = [await take(), await take(), await take()];
    await cancelRedemption(second, "Sold out", keeper);
    const answers = await handOverSeveral(
      [first, second, third, other.id],
      ownerOf(member),
      keeper,
    );
    expect(answers.map(({ answer }) => answer.ok)).toEqual([true, false, true, false]);
    expect(await loadOpenRedemptions(db(), member.memberId)).toEqual([]);
    expect((await redemptionOf(other.id)).state).toBe("requested");
  });

  test("an owner who fell back to silver keeps the gold gift", async () => {
    const [gift, member] = [await aGift(), await aSaver()];
    const id = await taken(member, gift, { collectStoreId: store });
    await db().gift.update({ where: { id: gift.giftId }, data: { tier: "gold" } });
    await makeReady(id, keeper.by);
    expect(await handOver(id, ownerOf(member), keeper)).toMatchObject({ ok: true });
  });
});

test("an award taken back after it bought a gift: the redemption stands, and staff see what is owed", async () => {
  const [gift, member] = [await aGift(), await aSaver(0)];
  const { entryId } = await earn(member.accountId, { points: 500 });
  const id = await taken(member, gift, { collectStoreId: store });
  const reversed = await reverseEntry(db(), {
    scope: "test",
    key: randomUUID(),
    entryId,
    meta: { for: "correction", reason: "order-cancelled" },
  });
  expect(reversed.ok).toBe(true);
  expect(await loadRedemptionPage(db(), id)).toMatchObject({ owes: true, state: "requested" });
  expect(await handOver(id, ownerOf(member), keeper)).toMatchObject({ ok: true });
});

test("after all of this the books agree", async () => {
  expect(await verifyStock(db())).toEqual([]);
  expect(await verifyLedger(db())).toMatchObject({ ok: true });
});
