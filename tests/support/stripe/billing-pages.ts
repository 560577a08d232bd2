import type { BillingBooks } from "./billing-books.ts";
import { type Card, itemOf, subscriptionOf } from "./billing-invoices.ts";
import { html, type Page } from "./stand-in-http.ts";
import { page, safe } from "./stand-in-page.ts";
import type { Thing } from "./stripe-things.ts";

/** What Stripe shows of Billing: the Customer Portal, and an invoice that can be paid. */
export function billingPage(
  billing: BillingBooks,
  method: string,
  url: URL,
  form: URLSearchParams,
): Page {
  const [, kind, id = ""] = url.pathname.split("/");
  const known = billing.books.things.get(id);
  if (!known || (kind !== "portal" && kind !== "invoice"))
    return [404, "There is no such page", {}];
  if (method === "POST") {
    if (kind === "portal") actInPortal(billing, known, form);
    else if (known.status === "open") {
      const card = (form.get("card") ?? "good") as Card;
      billing.atTimeOf(String(known.customer), 0, () => billing.pay(id, card));
    }
    return [303, "", { Location: url.pathname }];
  }
  return html(kind === "portal" ? portalPage(billing, known) : invoicePage(known));
}

function actInPortal(billing: BillingBooks, session: Thing, form: URLSearchParams): void {
  const [act = "", about = ""] = (form.get("act") ?? "").split(" ");
  const customer = String(session.customer);
  billing.atTimeOf(customer, act === "days" ? Number(about) : 0, () => {
    if (act === "card") billing.setCard(customer, about as Card);
    if (act === "cancel") billing.updateSubscription(about, { cancel_at_period_end: true });
    if (act === "keep") billing.updateSubscription(about, { cancel_at_period_end: false });
  });
}

const button = (act: string, label: string, look = "other") =>
  `<button class="${look}" name="act" value="${safe(act)}">${label}</button>`;

const dayOf = (seconds: unknown) => new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
const sumOf = ({ total, currency }: Thing) => `${total} ${String(currency).toUpperCase()}`;

function portalPage(billing: BillingBooks, session: Thing): string {
  const { customer } = session;
  const mine = (object: string) =>
    billing.books.all(object).filter((each) => each.customer === customer);
  const subscriptions = mine("subscription").map((each) => {
    const ends = `<p>${safe(each.status)} · period ends ${dayOf(itemOf(each).current_period_end)}</p>`;
    if (each.status === "canceled") return ends;
    return each.cancel_at_period_end
      ? `${ends}<p>Ends with the period</p>${button(`keep ${each.id}`, "Renew subscription")}`
      : ends + button(`cancel ${each.id}`, "Cancel subscription");
  });
  const invoices = mine("invoice").map(
    (each) =>
      `<li><a href="${safe(each.hosted_invoice_url)}">${sumOf(each)}</a> · ${safe(each.status)}</li>`,
  );
  const card = billing.books.get("customer", String(customer)).$card;
  return page(
    "Customer portal",
    `<p>Stand-in for Stripe · test mode</p><h1>Subscriptions</h1><form method="post">
${subscriptions.join("")}<h2>Card</h2><p>${safe(card)}</p>${button("card good", "Use a card that pays")}
${button("card declined", "Use a card that is declined")}${button("card expired", "Use a card that has expired")}
<h2>Their clock</h2>${button("days 7", "Let a week pass")}${button("days 367", "Let a year pass")}</form>
<h2>Invoices</h2><ul>${invoices.join("")}</ul>
<a class="back" href="${safe(session.return_url)}">Return to the club</a>`,
  );
}

const invoicePage = (invoice: Thing): string =>
  page(
    "Invoice",
    `<h1>Invoice of ${sumOf(invoice)}</h1><p>${safe(invoice.status)} · ${safe(subscriptionOf(invoice))}</p>
${invoice.status === "open" ? `<form method="post"><button class="pay" name="card" value="good">Pay invoice</button></form>` : ""}`,
  );
