import type { BillingBooks } from "./billing-books.ts";
import { createCustomer, createProduct, portalSession } from "./billing-customers.ts";
import { paymentsOf } from "./billing-invoices.ts";
import { type StripeBooks, shown, type Thing } from "./stripe-books.ts";

/** What the API of Billing answers; null for what it does not know. Lists are the stand-in's own. */
export function billingRoute(
  billing: BillingBooks,
  route: string,
  id: string,
  params: Record<string, unknown>,
): Thing | null {
  const { books } = billing;
  switch (route) {
    case "POST /v1/customers":
      return createCustomer(books, params);
    case "GET /v1/customers/{customer}":
      return books.get("customer", id);
    case "DELETE /v1/customers/{customer}":
      return billing.deleteCustomer(id);
    case "POST /v1/products":
      return createProduct(books, params);
    case "GET /v1/products/{id}":
      return books.get("product", id);
    case "GET /v1/subscriptions/{subscription_exposed_id}":
      return billing.subscription(id);
    case "POST /v1/subscriptions/{subscription_exposed_id}":
      return billing.updateSubscription(id, params);
    case "DELETE /v1/subscriptions/{subscription_exposed_id}":
      return billing.cancelSubscription(id);
    case "GET /v1/invoices/{invoice}":
      return books.get("invoice", id);
    case "POST /v1/billing_portal/sessions":
      return portalSession(books, params);
    default:
      return null;
  }
}

/** Objects in the places of their ids, where that is asked for; of each thing of a list by `data.<name>`. */
export function expanded(books: StripeBooks, thing: Thing, wanted: unknown): Thing {
  const whole = shown(thing);
  for (const name of Array.isArray(wanted) ? wanted.map(String) : []) {
    if (name.startsWith("data.")) {
      const rest = name.slice("data.".length);
      const data = whole.data as Thing[];
      whole.data = data.map(({ id }) => expanded(books, books.things.get(id) as Thing, [rest]));
    } else if (name === "payments") {
      whole.payments = paymentsOf(thing);
    } else {
      const found = books.things.get(String(whole[name]));
      if (found) whole[name] = shown(found);
    }
  }
  return whole;
}
