import type { Card } from "./billing-invoices.ts";
import type { StripeBooks } from "./stripe-books.ts";
import { StripeRefusal, type Thing } from "./stripe-things.ts";

export function createCustomer(books: StripeBooks, params: Record<string, unknown>): Thing {
  return books.make("customer", "cus", {
    email: params.email ?? null,
    name: params.name ?? null,
    metadata: params.metadata ?? {},
    preferred_locales: params.preferred_locales ?? [],
    currency: null,
    discount: null,
    $card: "good" satisfies Card,
  });
}

export function createProduct(books: StripeBooks, params: Record<string, unknown>): Thing {
  if (books.things.has(String(params.id))) {
    throw new StripeRefusal(400, "resource_already_exists", "Product already exists.");
  }
  const product = books.make("product", "prod", {
    name: params.name,
    metadata: params.metadata ?? {},
    active: true,
  });
  if (params.id) {
    books.things.delete(product.id);
    product.id = String(params.id);
    books.things.set(product.id, product);
  }
  return product;
}

export function portalSession(books: StripeBooks, params: Record<string, unknown>): Thing {
  books.get("customer", String(params.customer));
  const session = books.make("billing_portal.session", "bps", {
    customer: params.customer,
    return_url: params.return_url ?? null,
    locale: params.locale ?? null,
    flow: null,
  });
  session.url = `${books.pageBase()}/portal/${session.id}`;
  return session;
}
