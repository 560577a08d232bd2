import type { Actor } from "#app/modules/access/actor.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { hasRecorded, recordUse, undoUse } from "#app/modules/vouchers/record-use.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { isPaidFor } from "./give-back.server.ts";
import { writeRedemptionLetter } from "./redemption-letter.server.ts";
import { type StepAnswer, takeStep } from "./take-step.server.ts";

/**
 * Uses a voucher once. Its last use ends the redemption; of several, it can be used again until then.
 *
 * @param code as {@link readVoucherCode} gives it.
 * @param use.requestKey the form's: sent twice it is used once, and answered as the first time.
 */
export async function recordVoucherUse(
  code: string,
  use: { storeId: number | null; requestKey: string },
  { by, address }: Actor,
): Promise<StepAnswer> {
  const voucher = await db().voucher.findUnique({
    where: { code },
    select: { redemptionId: true, validThrough: true },
  });
  if (!voucher) return { ok: false, refusal: "no-such-redemption" };
  const { redemptionId } = voucher;
  const lastDay = voucher.validThrough.toISOString().slice(0, 10);
  const answer = await takeStep(redemptionId, "use", by, async (step) => {
    const { tx, redemption, refuse, repeated } = step;
    if (!(await isPaidFor(tx, redemption))) return refuse({ refusal: "unpaid" });
    const { timeZone } = await loadClub(tx);
    if (clubTime(timeZone).dayOf(redemption.now) > lastDay) {
      return refuse({ refusal: "voucher-expired" });
    }
    const { storeId } = use;
    if (!(await isPlaceOfUse(tx, storeId))) return refuse({ refusal: "no-such-store" });
    const recorded = await recordUse(tx, { redemptionId, by, ...use });
    if (!recorded.ok) {
      return recorded.why === "repeated" ? repeated() : refuse({ refusal: "voucher-used" });
    }
    const { left } = recorded;
    await writeAudit(tx, {
      personId: by,
      action: "voucher.used",
      subject: `redemption:${redemptionId}`,
      detail: { gift: redemption.titleEn, left, storeId },
      address,
    });
    return {
      ...(left > 0 && { state: "issued" as const }),
      detail: { left },
      letter: () => writeRedemptionLetter(tx, redemptionId, "used", { occasion: use.requestKey }),
    };
  });
  // The first of two presses used it up.
  if (!answer.ok && answer.refusal === "not-now" && (await hasRecorded(db(), use.requestKey))) {
    return { ok: true, state: answer.state };
  }
  return answer;
}

/** Whether it can be said where it was used: in a club that has stores, at one of them. */
async function isPlaceOfUse(tx: Db, storeId: number | null): Promise<boolean> {
  if (storeId !== null) return (await tx.store.count({ where: { id: storeId } })) > 0;
  return (await tx.store.count({ where: { askedSince: null } })) === 0;
}

/**
 * Takes the use of a voucher back that was a mistake, as long as the club's rules allow.
 *
 * @param useId which use of it.
 */
export async function undoVoucherUse(
  code: string,
  { useId, reason }: { useId: number; reason: string },
  { by, address }: Actor,
): Promise<StepAnswer> {
  const voucher = await db().voucher.findUnique({
    where: { code },
    select: { redemptionId: true },
  });
  if (!voucher) return { ok: false, refusal: "no-such-redemption" };
  const { redemptionId } = voucher;
  return takeStep(redemptionId, "undo-use", by, async ({ tx, redemption, refuse, repeated }) => {
    const { now } = redemption;
    const { undoUseMinutes } = rulesAt(await loadRuleBook(tx), now).rules.gifts;
    const since = new Date(now.getTime() - undoUseMinutes * 60_000);
    const undone = await undoUse(tx, { redemptionId, useId, since, now, by, reason });
    if (undone === "undone") return repeated();
    if (undone === "too-late") return refuse({ refusal: "too-late" });
    await writeAudit(tx, {
      personId: by,
      action: "voucher.use-undone",
      subject: `redemption:${redemptionId}`,
      detail: { gift: redemption.titleEn, reason },
      address,
    });
    return { detail: { reason } };
  });
}
