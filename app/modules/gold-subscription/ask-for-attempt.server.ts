import { db } from "#app/platform/db.server.ts";
import { createSession } from "#app/platform/stripe-sessions.server.ts";
import type { SubscriptionParams } from "./subscription-params.ts";

export type AskedAttempt = { id: number; attempt: number; params: SubscriptionParams };

/**
 * Asks Stripe for the session of an attempt to subscribe that is written down. Asked again it is the same session.
 *
 * @returns its address; "away" where Stripe does not answer; null where it will not have it: the attempt is over.
 */
export async function askForAttempt({
  id,
  attempt,
  params,
}: AskedAttempt): Promise<string | "away" | null> {
  const session = await createSession(params, attempt);
  if (session === "away") return "away";
  await db().goldCheckout.updateMany({
    where: { id, state: "asked" },
    data: session
      ? { state: "open", sessionId: session.id, url: session.url }
      : { state: "failed" },
  });
  return session?.url ?? null;
}
