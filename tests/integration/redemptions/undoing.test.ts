import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { exchangeGift } from "#app/modules/redemptions/exchange-gift.server.ts";
import { handOver, undoHandOver } from "#app/modules/redemptions/hand-over.server.ts";
import { lapseRedemptions } from "#app/modules/redemptions/lapse-redemptions.server.ts";
import { makeReady } from "#app/modules/redemptions/make-ready.server.ts";
import { defaultClubRules } from "#app/modules/rulebook/club-rules.ts";
import { forgetRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aGift, aPickUp, aSaver, redemptionOf, shelvesOf, taken } from "../../support/gifts.ts";

import { stepLettersTo } from "./serving-fixtures.ts";

testDatabase();

let store = 0;
let keeper = { by: 0, address: "" };
beforeAll(async () => {
  ({ store, keeper } = await aPickUp());
});

/** A gift that was handed over, from the shelf or after it had been laid out. */
async function handedOver({ laidOut = true, quantity = 1 } = {}) {
  const [gift, member] = [await aGift(), await aSaver()];
  const id = await taken(member, gift, { collectStoreId: store, quantity });
  if (laidOut) await makeReady(id, keeper.by);
  const hand = () => handOver(id, { memberId: member.memberId, collector: "owner" }, keeper);
  await hand();
  return { gift, member, id, hand };
}

const undo = (id: number, reason = "The wrong box") => undoHandOver(id, reason, keeper);
const an = { pieces: 1, reason: "The clasp was broken", toShelf: false, again: false };

test("what was handed over by mistake lies ready again, its points stay spent, and its owner is told", async () => {
  const { gift, member, id, hand } = await handedOver({ quantity: 2 });
  expect(await undo(id)).toEqual({ ok: true, state: "ready" });
  expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 10, reserved: 2 });
  expect((await loadBalance(db(), member.accountId)).available).toBe(0);
  expect((await redemptionOf(id)).steps.at(-1)).toMatchObject({
    step: "hand-over-undone",
    createdBy: keeper.by,
    detail: { reason: "The wrong box" },
  });
  // Handed over in earnest it is told again.
  expect(await hand()).toMatchObject({ ok: true });
  expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 8, reserved: 0 });
  const told = ["requested", "ready", "collected", "hand-over-undone", "collected"];
  expect(await stepLettersTo(member)).toEqual(told);
  expect(await verifyStock(db())).toEqual([]);
});

test("what nobody had laid out is requested again", async () => {
  const { id } = await handedOver({ laidOut: false });
  expect(await undo(id)).toEqual({ ok: true, state: "requested" });
});

test("what had to be collected by a moment ago waits anew, and does not end at once", async () => {
  const { id } = await handedOver();
  await db().redemption.update({
    where: { id },
    data: { collectBy: new Date(Date.now() - 1_000) },
  });
  expect(await undo(id)).toEqual({ ok: true, state: "ready" });
  await lapseRedemptions();
  expect(await redemptionOf(id)).toMatchObject({ state: "ready" });
});

test("ten at once undo it once", async () => {
  const { gift, id } = await handedOver();
  const answers = await Promise.all(Array.from({ length: 10 }, () => undo(id)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 10, reserved: 1 });
});

test("not once it was exchanged", async () => {
  const { id } = await handedOver();
  await exchangeGift(id, { ...an, requestKey: randomUUID() }, keeper);
  expect(await undo(id)).toEqual({ ok: false, refusal: "too-late" });
  expect((await redemptionOf(id)).state).toBe("collected");
});

test("an exchange is told to its owner, with the reason, once a form", async () => {
  const { member, id } = await handedOver();
  const form = { ...an, requestKey: randomUUID() };
  for (const _time of [1, 2]) await exchangeGift(id, form, keeper);
  expect((await stepLettersTo(member)).filter((step) => step === "exchanged")).toHaveLength(1);
  const letter = await db().mail.findFirstOrThrow({
    where: { personId: member.id },
    orderBy: { id: "desc" },
  });
  expect(letter.props).toMatchObject({ step: "exchanged", reason: "The clasp was broken" });
});

test("not once the time is over that the club's rules give", async () => {
  const { gifts, ...rules } = defaultClubRules;
  await db().ruleVersion.create({
    data: {
      version: 2,
      startsAt: new Date(Date.now() - 60_000),
      settings: { ...rules, gifts: { ...gifts, undoUseMinutes: 0 } },
      note: "Nothing is undone",
    },
  });
  forgetRuleBook();
  const { gift, id } = await handedOver();
  expect(await undo(id)).toEqual({ ok: false, refusal: "too-late" });
  expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 9, reserved: 0 });
});
