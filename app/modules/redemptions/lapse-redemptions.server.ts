import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { hasBeenUsed } from "#app/modules/vouchers/has-been-used.server.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { eachByItself } from "#app/platform/each-by-itself.server.ts";
import { endCheckoutOf } from "./end-checkout-of.server.ts";
import { giveBackPoints, letMoneyGo, putBackStock } from "./give-back.server.ts";
import type { LockedRedemption } from "./lock-redemption.server.ts";
import { writeRedemptionLetter } from "./redemption-letter.server.ts";
import { takeStep } from "./take-step.server.ts";

/** As many as are lapsed in one run; the next one goes on. */
const AT_ONCE = 200;

/**
 * Ends what was not collected or paid for in time, and vouchers that nobody used until their last day. The pieces are free
 * again; the points come back where the club's rules say so, but not those of a voucher that was used in part.
 *
 * @returns how many were ended.
 */
export async function lapseRedemptions(now = new Date()): Promise<number> {
  const due = await db().$queryRaw<{ id: number }[]>`
    select id from redemption where state = 'ready' and collect_by <= ${now}
    union all
    select redemption.id from voucher
    join redemption on redemption.id = voucher.redemption_id and redemption.state = 'issued'
    cross join club
    where voucher.valid_through < (${now} at time zone club.time_zone)::date
    union all
    select redemption.id from payment
    join redemption on redemption.payment_id = payment.id and redemption.state = 'requested'
    where payment.state = 'open' and payment.due_until <= ${now}
    limit ${AT_ONCE}`;
  return eachByItself(due, "a redemption could not lapse", (id) => lapseRedemption(id, now));
}

async function lapseRedemption(redemptionId: number, now: Date): Promise<boolean> {
  await endCheckoutOf(redemptionId);
  const answer = await takeStep(redemptionId, "lapse", null, async (step) => {
    const { tx, redemption, refuse } = step;
    const { state } = redemption;
    if (!(await isStillDue(tx, redemption, now))) return refuse({ refusal: "not-now", state });
    const used = await hasBeenUsed(tx, redemptionId);
    // Part of the service was given: nothing is left on the shelf to put back, and nothing to give back.
    if (!used) await putBackStock(tx, redemption, null);
    const { lapsedPointsReturn } = rulesAt(await loadRuleBook(tx), redemption.now).rules.gifts;
    const pointsBack =
      lapsedPointsReturn &&
      !used &&
      (await giveBackPoints(tx, redemption, { reason: "gift-lapsed", by: null }));
    await letMoneyGo(step);
    return {
      detail: { pointsBack },
      letter: () => writeRedemptionLetter(tx, redemptionId, "lapsed", { pointsBack }),
    };
  });
  return answer.ok;
}

/** It may have been collected or paid for, or its time extended, since it was found. */
async function isStillDue(tx: Db, { id, state, paymentId }: LockedRedemption, now: Date) {
  if (state === "issued") return true;
  if (state === "ready") {
    return (await tx.redemption.count({ where: { id, collectBy: { lte: now } } })) > 0;
  }
  const where = { id: paymentId ?? 0, state: "open", dueUntil: { lte: now } };
  return (await tx.payment.count({ where })) > 0;
}
