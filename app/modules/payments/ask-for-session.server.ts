import { createSession } from "#app/platform/stripe-sessions.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { CheckoutParams } from "./checkout-params.ts";

export type AskedSession = { id: number; attempt: number; params: CheckoutParams };

/**
 * Asks Stripe for the session of an attempt that is written down. Asked again it is the same session.
 *
 * @returns its address; "away" where Stripe does not answer; null where it will not have it: the attempt is over.
 */
export async function askForSession({
  id,
  attempt,
  params,
}: AskedSession): Promise<string | "away" | null> {
  const session = await createSession(params, attempt);
  if (session === "away") return "away";
  await inRetriedTransaction((tx) =>
    tx.paymentCheckout.updateMany({
      where: { id, state: "asked" },
      data: session
        ? { state: "open", sessionId: session.id, url: session.url }
        : { state: "failed" },
    }),
  );
  return session?.url ?? null;
}
