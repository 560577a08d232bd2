import { page, safe } from "./stand-in-page.ts";
import type { StripeBooks } from "./stripe-books.ts";
import { StripeRefusal, type Thing } from "./stripe-things.ts";

const LISTED = 20;

/** What somebody can do in Stripe's own dashboard, past the club. */
export const DASHBOARD_ACTS = ["charge", "refund", "dispute", "pay-out"] as const;
type Act = (typeof DASHBOARD_ACTS)[number];

/** The stand-in's dashboard: the latest payments, and what can be done about them past the club. */
export function dashboardPage(books: StripeBooks, said = ""): string {
  const charges = books.all("charge").slice(0, LISTED);
  const form = (act: Act, label: string, fields: Record<string, unknown> = {}) =>
    `<form method="post"><input type="hidden" name="act" value="${act}">${Object.entries(fields)
      .map(([name, value]) => `<input type="hidden" name="${name}" value="${safe(value)}">`)
      .join("")}<button class="other">${label}</button></form>`;
  const line = (charge: Thing) =>
    `<li><code>${safe(charge.payment_intent)}</code> ${safe(charge.amount)} ${safe(charge.currency)}
${form("refund", "Refund all of it", { intent: charge.payment_intent })}
${form("dispute", "Let a bank dispute it", { intent: charge.payment_intent })}</li>`;
  return page(
    "Dashboard",
    `<p>Stand-in for Stripe · test mode</p><h1>Dashboard</h1>
${said ? `<p role="status">${safe(said)}</p>` : ""}
${form("charge", "A payment of the day before yesterday that the club knows nothing of", { amount: 7_700, currency: "cny", days: 2 })}
${form("pay-out", "Pay out what is there", { currency: "cny" })}
<ul>${charges.map(line).join("")}</ul>`,
  );
}

/**
 * Does what a form of the dashboard asks for.
 *
 * @param at runs something as if it were so many days ago.
 * @returns what was done, in words.
 */
export function actInDashboard(
  books: StripeBooks,
  fields: URLSearchParams,
  at: (daysAgo: number, work: () => void) => void,
): string {
  const intent = fields.get("intent") ?? "";
  const currency = fields.get("currency") ?? "cny";
  try {
    switch (fields.get("act") as Act) {
      case "charge":
        at(Number(fields.get("days") ?? 0), () =>
          books.chargeElsewhere(Number(fields.get("amount")), currency),
        );
        return "Paid.";
      case "refund":
        books.createRefund({ payment_intent: intent });
        return "Refunded.";
      case "dispute":
        books.dispute(intent);
        return "Disputed.";
      case "pay-out":
        return books.balance.payOut(currency) ? "Paid out." : "There is nothing to pay out.";
      default:
        return "Nothing was done.";
    }
  } catch (error) {
    if (error instanceof StripeRefusal) return error.message;
    throw error;
  }
}
