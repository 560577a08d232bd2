import { cancelSpend } from "#app/modules/ledger/cancel-spend.server.ts";
import { captureHold } from "#app/modules/ledger/capture-hold.server.ts";
import { toPoints } from "#app/modules/ledger/points.ts";
import { releaseHold } from "#app/modules/ledger/release-hold.server.ts";
import { cancelPayment } from "#app/modules/payments/cancel-payment.server.ts";
import { paymentsOf } from "#app/modules/payments/payment-sql.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import type { LockedEvent } from "#app/modules/seats/lock-event.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type LockedParty, lockRegistration, noteStep } from "./lock-registration.server.ts";

type Paid = Pick<LockedParty, "id" | "entryId" | "holdId">;

/** What became of what was paid; `finance`: they give the money back. Null where nothing was paid. */
export type Back = "returned" | "kept" | "finance" | null;

/**
 * Its owner may be paying online at this moment: what wanted to let the money go must not stay, and is done again
 * once the page at Stripe was ended.
 */
export class BeingPaid extends Error {}

/**
 * Gives back what a party paid: points with their own dates, a deposit to what is available, money by finance.
 *
 * @throws BeingPaid where money may be on its way.
 */
export async function giveBackPrice(
  tx: Db,
  event: LockedEvent,
  paid: Paid,
  why: { reason: string; by: number | null },
): Promise<Back> {
  const points = await giveBackPoints(tx, event, paid, why);
  const money = await letMoneyGo(tx, paid.id, "back");
  if (money > 0) return "finance";
  return points ? "returned" : null;
}

/**
 * Lets go what a party owes, and gives up what it has paid where that goes back.
 *
 * @returns what is left of what it has paid, in minor units.
 */
async function letMoneyGo(tx: Db, registrationId: number, paid: "back" | "kept"): Promise<number> {
  const payments = await paymentsOf(tx, "event", registrationId);
  for (const { id, state } of payments) {
    if (state === "paid" && paid === "kept") continue;
    const gone = await cancelPayment(tx, id);
    if (!gone.ok && gone.refusal === "being-paid") throw new BeingPaid();
  }
  const isPaid = payments.filter(({ state }) => state === "paid");
  return isPaid.reduce((sum, { leftMinor }) => sum + leftMinor, 0);
}

/** The points alone. Done again, or of a deposit that has ended by itself, it moves nothing. */
export async function giveBackPoints(
  tx: Db,
  event: LockedEvent,
  { entryId, holdId }: Pick<Paid, "entryId" | "holdId">,
  { reason, by }: { reason: string; by: number | null },
): Promise<boolean> {
  if (entryId === null && holdId === null) return false;
  const { title } = event.plan;
  const { rules } = rulesAt(await loadRuleBook(tx), event.now);
  const closing = {
    scope: "event-cancelled",
    graceDays: rules.lapse.graceLotDays,
    meta: {
      for: "cancellation" as const,
      reason,
      title: title.en || title.zh,
      titleZh: title.zh || title.en,
      ...(by !== null && { by }),
    },
  };
  if (holdId !== null) {
    const answer = await releaseHold(
      tx,
      { ...closing, key: String(holdId), holdId: toPoints(holdId) },
      event.now,
    );
    return answer.ok;
  }
  if (entryId === null) return false;
  const answer = await cancelSpend(
    tx,
    { ...closing, key: String(entryId), entryId: toPoints(entryId) },
    event.now,
  );
  return answer.ok;
}

/**
 * Keeps what a party paid: a deposit is spent, points and money stay where they are, and money that has not come is
 * not owed any more.
 *
 * @throws BeingPaid where money may be on its way.
 */
export async function keepPrice(tx: Db, event: LockedEvent, paid: Paid): Promise<Back> {
  const { entryId, holdId } = paid;
  if (holdId !== null) {
    const title = event.plan.title.en || event.plan.title.zh;
    const answer = await captureHold(
      tx,
      {
        scope: "event-kept",
        key: String(holdId),
        holdId: toPoints(holdId),
        meta: { for: "deposit", eventId: event.id, title },
      },
      event.now,
    );
    if (!answer.ok) return null;
    // What spent it is known from now on, so that it can come back.
    const { entryId: kept } = answer;
    await tx.registration.update({ where: { id: paid.id }, data: { entryId: kept } });
    return "kept";
  }
  const money = await letMoneyGo(tx, paid.id, "kept");
  return entryId === null && money === 0 ? null : "kept";
}

/**
 * Gives back what was kept of a party that its member cancelled late, once the club has accepted why: points and a
 * deposit with their own dates, money by finance. Done again it moves nothing.
 */
export async function giveBackKept(
  tx: Db,
  registrationId: number,
  { by, now }: { by: number; now: Date },
): Promise<Back> {
  const locked = await lockRegistration(tx, registrationId, { now });
  if (locked?.party.state !== "cancelled") return null;
  const { event, party } = locked;
  const spent = { entryId: party.entryId, holdId: null };
  const points = await giveBackPoints(tx, event, spent, { reason: "late-excused", by });
  const money = await letMoneyGo(tx, registrationId, "back");
  const back = money > 0 ? "finance" : points ? "returned" : null;
  if (back !== null) await noteStep(tx, registrationId, "given-back", { by, back });
  return back;
}
