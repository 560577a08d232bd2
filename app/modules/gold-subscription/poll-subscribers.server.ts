import type { Payable } from "#app/modules/payments/payable.ts";
import { db } from "#app/platform/db.server.ts";
import { log } from "#app/platform/log.server.ts";
import { isStripeAway, stripe } from "#app/platform/stripe.server.ts";
import { settleSubscriber } from "./settle-subscriber.server.ts";

/** A webhook comes within seconds; what was not told for so long is asked after. */
const UNTOLD_MINUTES = 5;
/** Around a renewal, and while money is awaited, more often than in between. */
const SOON_MINUTES = 60;
const ANYWAY_MINUTES = 24 * 60;
const AT_ONCE = 200;

/**
 * Asks Stripe about members of whom nothing was heard, for webhooks that were lost: a session that may be over, a
 * renewal that is near or was not paid, and every day what else lives. Where Stripe does not answer it is left for the
 * next time.
 *
 * @returns how many were asked about.
 */
export async function pollSubscribers(
  payables: readonly Payable[],
  now: Date = new Date(),
): Promise<number> {
  if (!stripe()) return 0;
  const due = await db().$queryRaw<{ member_id: number }[]>`
    with quiet as (
      select member_id, extract(epoch from ${now}::timestamptz - coalesce(looked_at, created_at)) / 60 as minutes
      from gold_subscriber where customer_id is not null
    )
    select member_id from quiet
    where minutes > ${UNTOLD_MINUTES} and exists (
        select from gold_checkout checkout where checkout.member_id = quiet.member_id
          and checkout.state in ('asked', 'open'))
      or minutes > ${SOON_MINUTES} and exists (
        select from gold_subscription live where live.member_id = quiet.member_id
          and live.status not in ('canceled', 'incomplete_expired')
          and (live.status not in ('active', 'trialing') or live.period_end < ${now}::timestamptz + interval '1 day'
            or live.period_start > ${now}::timestamptz - interval '1 day'))
      or minutes > ${ANYWAY_MINUTES} and exists (
        select from gold_subscription live where live.member_id = quiet.member_id
          and live.status not in ('canceled', 'incomplete_expired'))
    order by minutes desc limit ${AT_ONCE}`;
  let asked = 0;
  for (const { member_id: memberId } of due) {
    try {
      await settleSubscriber(memberId, payables);
    } catch (error) {
      if (isStripeAway(error)) return asked;
      // One that cannot be settled is noted, and keeps none of the others waiting.
      log().error({ err: error, memberId }, "a subscriber could not be settled with Stripe");
    }
    asked += 1;
  }
  return asked;
}
