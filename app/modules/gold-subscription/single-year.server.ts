import type { Actor } from "#app/modules/access/actor.ts";
import { cancelGoldYear } from "#app/modules/dues/cancel-gold-year.server.ts";
import {
  type OweAnswer,
  oweGoldYear,
  type WantedGoldYear,
} from "#app/modules/dues/owe-gold-year.server.ts";
import {
  type SellAnswer,
  type SoldGoldYear,
  sellGoldYear,
} from "#app/modules/dues/sell-gold-year.server.ts";
import type { Payable } from "#app/modules/payments/payable.ts";
import { db } from "#app/platform/db.server.ts";
import { isStripeAway, stripe } from "#app/platform/stripe.server.ts";
import { endAttempt } from "./end-attempt.server.ts";
import { OVER } from "./subscription.ts";

export type AskAnswer =
  | OweAnswer
  /** The page at which the member may be subscribing could not be ended. */
  | { ok: false; refusal: "away" }
  /** They had subscribed there already. */
  | { ok: false; refusal: "subscribed" };

/**
 * Notes that a member wants to pay for a single year, and ends the page at which they may be subscribing in another
 * tab. It is owed first: from then on no such page is opened (`openSubscription` has the same lock), so that one of the
 * two is left.
 */
export async function askForYear(
  wanted: WantedGoldYear,
  payables: readonly Payable[],
): Promise<AskAnswer> {
  const { memberId } = wanted;
  const owed = await oweGoldYear(wanted);
  if (!owed.ok || !stripe()) return owed;
  const ended = await endSubscribing(memberId, payables);
  if (ended === "ended") return owed;
  await cancelGoldYear(memberId);
  return { ok: false, refusal: ended };
}

/**
 * Sells a member a single year at the counter, and ends the page at which they may be subscribing: before, so that who
 * has subscribed there pays once, and after, should it have been opened meanwhile. Where Stripe is away the counter
 * goes on.
 */
export async function sellYear(
  sold: SoldGoldYear,
  actor: Actor,
  payables: readonly Payable[],
): Promise<SellAnswer> {
  const member = await db().member.findUnique({
    where: { number: sold.number },
    select: { id: true },
  });
  const end = async () => {
    if (member && stripe()) await endSubscribing(member.id, payables);
  };
  await end();
  const answer = await sellGoldYear(sold, actor);
  if (answer.ok) await end();
  return answer;
}

async function endSubscribing(
  memberId: number,
  payables: readonly Payable[],
): Promise<"ended" | "subscribed" | "away"> {
  const live = { memberId, state: { in: ["asked", "open"] } };
  if ((await db().goldCheckout.count({ where: live })) === 0) return "ended";
  try {
    await endAttempt(memberId, payables);
  } catch (error) {
    if (isStripeAway(error)) return "away";
    throw error;
  }
  const lives = { memberId, status: { notIn: [...OVER] } };
  return (await db().goldSubscription.count({ where: lives })) > 0 ? "subscribed" : "ended";
}
