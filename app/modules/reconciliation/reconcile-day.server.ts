import Stripe from "stripe";
import type { Day } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { isStripeAway, stripe } from "#app/platform/stripe.server.ts";
import { findDay, isUnread } from "./ask-for-days.server.ts";
import { findDifferences } from "./find-differences.server.ts";
import { readMovements } from "./read-movements.server.ts";
import { readPayouts } from "./read-payouts.server.ts";
import { dateOf } from "./reconciliation-day.ts";

/**
 * Reads what Stripe says has moved on a day, page by page, and finds what differs: a job. Killed between any two pages
 * it goes on with the next; done again it changes nothing.
 */
export async function reconcileDay(day: Day, signal?: AbortSignal): Promise<void> {
  const client = stripe();
  const asked = await findDay(day);
  if (!client || !asked || !isUnread(asked)) return;
  try {
    await readMovements(client, day, signal);
    await readPayouts(client, day, signal);
  } catch (error) {
    await noteFailure(day, error);
    throw error;
  }
  await findDifferences(day);
}

/** The page says which day is missing, and why. The queue tries again, and so does whoever asks every hour. */
async function noteFailure(day: Day, error: unknown): Promise<void> {
  const isOfStripe = error instanceof Stripe.errors.StripeError;
  if (!isOfStripe) return;
  await db().reconciliationDay.update({
    where: { day: dateOf(day) },
    data: { failedAt: new Date(), failure: isStripeAway(error) ? "away" : "refused" },
  });
}
