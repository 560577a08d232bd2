import { page, safe } from "./stand-in-page.ts";
import type { Thing } from "./stripe-things.ts";

/** A page that asks for money as Stripe's does, with a button for each way in which it can go. */
export function checkoutPage(session: Thing, wrong = ""): string {
  if (session.status !== "open") {
    return page(
      "Checkout",
      `<h1>This session is over</h1><a class="back" href="${safe(session.cancel_url)}">Back</a>`,
    );
  }
  const each = session.mode === "subscription" ? " a year" : "";
  const sum = `${session.amount_total} ${String(session.currency).toUpperCase()} (smallest unit)${each}`;
  const way = (ending: string, label: string, look = "other") =>
    `<button class="${look}" name="ending" value="${ending}">${label}</button>`;
  return page(
    "Checkout",
    `<p>Stand-in for Stripe · test mode</p><h1>Pay ${safe(sum)}</h1>
${wrong ? `<p role="alert" class="wrong">${safe(wrong)}</p>` : ""}
<form method="post">${way("paid", "Pay", "pay")}${way("secure", "Pay by a card with 3-D Secure")}
${way("declined", "Pay by a card that is declined")}${way("delayed", "Pay by a bank transfer")}
${way("late", "Wait until the session is over")}</form>
<a class="back" href="${safe(session.cancel_url)}">Back without paying</a>
<p><a href="/dashboard">What the club would see in Stripe's dashboard</a></p>`,
  );
}

/** The bank's page in between. */
export const securePage = () =>
  page(
    "3-D Secure",
    `<h1>Your bank asks whether it is you</h1><form method="post">
<button name="ending" value="paid">It is me</button>
<button class="other" name="ending" value="declined">It is not</button></form>`,
  );
