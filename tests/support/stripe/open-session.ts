import type { StripeBooks } from "./stripe-books.ts";
import { StripeRefusal, type Thing } from "./stripe-things.ts";

const HALF_AN_HOUR = 30 * 60;
const A_DAY = 24 * 3_600;

/** A session of any mode. */
export function openSession(
  books: StripeBooks,
  params: Record<string, unknown>,
  total: number,
  inCurrency: string,
): Thing {
  const now = books.seconds();
  const expiresAt = Number(params.expires_at ?? now + A_DAY);
  if (expiresAt < now + HALF_AN_HOUR || expiresAt > now + A_DAY) {
    const message = "The `expires_at` timestamp must be between 30 minutes and 24 hours from now.";
    throw new StripeRefusal(400, "parameter_invalid", message);
  }
  const currency = inCurrency.toLowerCase();
  if (/^(bhd|jod|kwd|omr|tnd)$/.test(currency) && total % 10 !== 0) {
    throw new StripeRefusal(400, "amount_invalid", "Amounts of this currency end with a 0");
  }
  const session = books.make("checkout.session", "cs_test", {
    amount_subtotal: total,
    amount_total: total,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    currency,
    customer: params.customer ?? null,
    customer_email: params.customer_email ?? null,
    expires_at: expiresAt,
    invoice: null,
    locale: params.locale ?? null,
    metadata: params.metadata ?? {},
    mode: params.mode,
    payment_intent: null,
    payment_status: "unpaid",
    status: "open",
    subscription: null,
    success_url: params.success_url,
  });
  session.url = `${books.pageBase()}/pay/${session.id}`;
  return session;
}
