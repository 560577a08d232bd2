import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { cancelRedemption } from "#app/modules/redemptions/cancel-redemption.server.ts";
import {
  recordVoucherUse,
  undoVoucherUse,
} from "#app/modules/redemptions/record-voucher-use.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { loadVoucher } from "#app/modules/vouchers/load-voucher.server.ts";
import { tryCode } from "#app/modules/vouchers/try-code.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aGift, aPickUp, aSaver, redemptionOf, shelvesOf, taken } from "../../support/gifts.ts";
import { aPerson } from "../../support/people.ts";

testDatabase();

let store = 0;
let keeper = { by: 0, address: "" };
beforeAll(async () => {
  ({ store, keeper } = await aPickUp());
});

/** A voucher that somebody holds. */
async function held(uses = 1) {
  const gift = await aGift({ fulfilment: "voucher", voucherUses: uses });
  const member = await aSaver();
  const id = await taken(member, gift);
  const { voucher } = await redemptionOf(id);
  return { gift, member, id, code: voucher?.code ?? "" };
}

const once = (requestKey: string = randomUUID()) => ({ storeId: store, requestKey });
const usesOf = (id: number) =>
  db().voucherUse.findMany({ where: { voucher: { redemptionId: id } } });
const done = (answers: readonly { ok: boolean }[]) => answers.filter(({ ok }) => ok).length;
const endOn = (id: number, day: Date) =>
  db().voucher.update({ where: { redemptionId: id }, data: { validThrough: day } });
const DAY_MS = 86_400_000;

describe("used", () => {
  test("looking does not use it; a second press does, once, and says where and by whom", async () => {
    const { id, code } = await held();
    await loadVoucher(db(), code);
    expect(await loadVoucher(db(), code)).toMatchObject({ used: 0, state: "issued", history: [] });
    expect(await recordVoucherUse(code, once(), keeper)).toEqual({ ok: true, state: "used" });
    expect(await loadVoucher(db(), code)).toMatchObject({
      used: 1,
      state: "used",
      history: [{ by: "Keeper", store: { zh: expect.stringContaining("门店") }, undoneAt: null }],
    });
    expect((await redemptionOf(id)).steps.at(-1)).toMatchObject({
      step: "used",
      createdBy: keeper.by,
    });
  });

  test("at two desks at once: one succeeds, the other is told", async () => {
    const { id, code } = await held();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => recordVoucherUse(code, once(), keeper)),
    );
    expect(done(answers)).toBe(1);
    for (const answer of answers) {
      if (!answer.ok) expect(answer).toEqual({ ok: false, refusal: "not-now", state: "used" });
    }
    expect(await usesOf(id)).toHaveLength(1);
  });

  test("a press that was sent again, at once or later, is one use and the same answer", async () => {
    for (const uses of [1, 3]) {
      const { id, code } = await held(uses);
      const form = once();
      const press = () => recordVoucherUse(code, form, keeper);
      const answers = await Promise.all([press(), press(), press()]);
      expect(done([...answers, await press()])).toBe(4);
      expect(await usesOf(id)).toHaveLength(1);
    }
  });

  test("a club that has stores is told at which of them", async () => {
    const { id, code } = await held();
    for (const storeId of [null, 2_000_000_000]) {
      expect(await recordVoucherUse(code, { ...once(), storeId }, keeper)).toEqual({
        ok: false,
        refusal: "no-such-store",
      });
    }
    expect(await usesOf(id)).toEqual([]);
  });

  test("in parts, until nothing is left", async () => {
    const { id, code } = await held(2);
    expect(await recordVoucherUse(code, once(), keeper)).toEqual({ ok: true, state: "issued" });
    expect((await redemptionOf(id)).steps.at(-1)).toMatchObject({ detail: { left: 1 } });
    const answers = await Promise.all([
      recordVoucherUse(code, once(), keeper),
      recordVoucherUse(code, once(), keeper),
    ]);
    expect(done(answers)).toBe(1);
    expect(await loadVoucher(db(), code)).toMatchObject({ used: 2, state: "used" });
  });

  test("on its last day, and not on the day after", async () => {
    const [good, over] = [await held(), await held()];
    await endOn(good.id, new Date(Date.now() + DAY_MS));
    await endOn(over.id, new Date(Date.now() - 2 * DAY_MS));
    expect(await recordVoucherUse(good.code, once(), keeper)).toMatchObject({ ok: true });
    expect(await recordVoucherUse(over.code, once(), keeper)).toEqual({
      ok: false,
      refusal: "voucher-expired",
    });
    expect(await usesOf(over.id)).toEqual([]);
  });

  test("not once it was cancelled; and cancelled no more once it was used", async () => {
    const [gone, used] = [await held(), await held(2)];
    await cancelRedemption(gone.id, "Sold by mistake", keeper);
    expect(await recordVoucherUse(gone.code, once(), keeper)).toEqual({
      ok: false,
      refusal: "not-now",
      state: "cancelled",
    });
    await recordVoucherUse(used.code, once(), keeper);
    expect(await cancelRedemption(used.id, "Too late", keeper)).toMatchObject({
      refusal: "voucher-used",
    });
  });

  test("used and cancelled at once: one of the two", async () => {
    for (let turn = 0; turn < 5; turn++) {
      const { gift, member, id, code } = await held();
      const answers = await Promise.all([
        recordVoucherUse(code, once(), keeper),
        cancelRedemption(id, "Sold by mistake", keeper),
      ]);
      expect(done(answers)).toBe(1);
      const cancelled = (await redemptionOf(id)).state === "cancelled";
      expect((await usesOf(id)).length).toBe(cancelled ? 0 : 1);
      expect((await loadBalance(db(), member.accountId)).available).toBe(cancelled ? 1_000 : 500);
      expect((await shelvesOf(gift.itemId)).onHand).toBe(cancelled ? 10 : 9);
    }
  });

  test("its owner is told each time, and once for a press that was sent again", async () => {
    const { member, code } = await held(2);
    const form = once();
    for (const use of [form, form, once()]) await recordVoucherUse(code, use, keeper);
    const letters = await db().mail.findMany({
      where: { personId: member.id },
      orderBy: { id: "asc" },
    });
    const steps = letters.map(({ props }) => (props as { step: string }).step);
    expect(steps).toEqual(["issued", "used", "used"]);
  });

  test("not at a store that there is not", async () => {
    const { id, code } = await held();
    const elsewhere = { storeId: 999_999, requestKey: randomUUID() };
    expect(await recordVoucherUse(code, elsewhere, keeper)).toEqual({
      ok: false,
      refusal: "no-such-store",
    });
    expect((await redemptionOf(id)).state).toBe("issued");
  });

  test("a code that nobody has", async () => {
    expect(await recordVoucherUse("000000000000", once(), keeper)).toMatchObject({ ok: false });
    expect(await loadVoucher(db(), "000000000000")).toBeNull();
  });
});

describe("undone", () => {
  const firstUse = async (id: number) => (await usesOf(id))[0]?.id as number;

  test("within ten minutes, with a reason: it is good again", async () => {
    const { id, code } = await held();
    await recordVoucherUse(code, once(), keeper);
    const undo = { useId: await firstUse(id), reason: "The wrong car" };
    const answers = await Promise.all([
      undoVoucherUse(code, undo, keeper),
      undoVoucherUse(code, undo, keeper),
    ]);
    expect(done(answers)).toBe(2);
    expect(await loadVoucher(db(), code)).toMatchObject({
      used: 0,
      state: "issued",
      history: [{ undoReason: "The wrong car", undoneBy: "Keeper" }],
    });
    const { steps } = await redemptionOf(id);
    expect(steps.filter(({ step }) => step === "use-undone")).toHaveLength(1);
    expect(await recordVoucherUse(code, once(), keeper)).toEqual({ ok: true, state: "used" });
  });

  test("not after eleven minutes", async () => {
    const { id, code } = await held();
    await recordVoucherUse(code, once(), keeper);
    const useId = await firstUse(id);
    await db().voucherUse.update({
      where: { id: useId },
      data: { usedAt: new Date(Date.now() - 11 * 60_000) },
    });
    expect(await undoVoucherUse(code, { useId, reason: "Late" }, keeper)).toEqual({
      ok: false,
      refusal: "too-late",
    });
    expect((await redemptionOf(id)).state).toBe("used");
  });

  test("not another voucher's", async () => {
    const [one, other] = [await held(), await held()];
    await recordVoucherUse(one.code, once(), keeper);
    await recordVoucherUse(other.code, once(), keeper);
    const undo = { useId: await firstUse(other.id), reason: "Guessed" };
    expect(await undoVoucherUse(one.code, undo, keeper)).toMatchObject({ ok: false });
    expect((await redemptionOf(other.id)).state).toBe("used");
  });
});

test("ten codes that nobody has in a minute, and then none is looked at; what exists counts for nothing", async () => {
  const [{ id: personId }, { code }] = [await aPerson({ roles: ["desk"] }), await held()];
  const look = (typed: string) => tryCode(personId, () => loadVoucher(db(), typed));
  for (let turn = 0; turn < 15; turn++) expect(await look(code)).toMatchObject({ ok: true });
  for (let turn = 0; turn < 10; turn++) {
    expect(await look("000000000000")).toEqual({ ok: false, why: "unknown" });
  }
  expect(await look("000000000000")).toEqual({ ok: false, why: "too-many" });
  expect(await look(code)).toEqual({ ok: false, why: "too-many" });
});

test("after all of this the books agree", async () => {
  expect(await verifyStock(db())).toEqual([]);
  expect(await verifyLedger(db())).toMatchObject({ ok: true });
});
