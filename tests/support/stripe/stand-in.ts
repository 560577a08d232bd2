import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { BillingBooks } from "./billing-books.ts";
import { billingPage } from "./billing-pages.ts";
import { billingRoute, expanded } from "./billing-routes.ts";
import { checkRequest } from "./checked-request.ts";
import { checkoutPage, securePage } from "./checkout-page.ts";
import { html, listen, type Page, problem, readAll } from "./stand-in-http.ts";
import { type Ending, StripeBooks, StripeRefusal, shown, type Thing } from "./stripe-books.ts";
import { actInDashboard, dashboardPage } from "./stripe-dashboard.ts";

/** What goes wrong, once or more often, with the next requests whose method and path match. */
export type Failure = {
  on: RegExp;
  /** How often still; once where it is not said. */
  times?: number;
  /**
   * `refused`: the connection breaks before anything is done. `answer-lost`: it is done, and the connection breaks.
   * `broken`: Stripe answers 500. `forbidden`: the key may not. `slow`: it takes `ms` longer.
   */
  how: "refused" | "answer-lost" | "broken" | "forbidden" | "slow";
  ms?: number;
};

/** A stand-in for Stripe that speaks its HTTP API, has a checkout page, and sends signed webhooks. */
export type StripeStandIn = {
  /** For STRIPE_API_BASE. */
  url: string;
  readonly books: StripeBooks;
  readonly billing: BillingBooks;
  readonly failures: Failure[];
  /** Requests as they came: `POST /v1/refunds`. */
  readonly requests: string[];
  /** Events that were not sent, the oldest first: without an address to send them to, all. */
  readonly held: Thing[];
  /** Where webhooks go; null keeps them in `held`. */
  sendTo: string | null;
  /** The time that the stand-in lives in, beside everybody else's. */
  ahead: number;
  /** An event as its webhook has it: body and signature. */
  signed: (event: Thing, changes?: { at?: number; secret?: string }) => SignedEvent;
  /** Begins anew, with empty books: a club that begins anew counts its own from one again. */
  reset: () => void;
  stop: () => Promise<void>;
};

export type SignedEvent = { body: string; signature: string };

/** Starts one on a port of its own, or on a given one. */
export async function startStripe({
  webhookSecret,
  port = 0,
  sendTo = null,
}: {
  webhookSecret: string;
  port?: number;
  sendTo?: string | null;
}): Promise<StripeStandIn> {
  const keys = new Map<string, { hash: string; status: number; body: string }>();
  const pending = new Set<Promise<unknown>>();
  const books: StripeBooks = new StripeBooks(
    (): string => standIn.url,
    (event) => deliver(event),
    () => Date.now() + standIn.ahead,
  );
  const standIn: StripeStandIn = {
    url: "",
    books,
    billing: new BillingBooks(books, later),
    failures: [],
    requests: [],
    held: [],
    sendTo,
    ahead: 0,
    signed,
    reset,
    stop,
  };
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });
  await listen(server, port);
  // It lives as long as the process has something else to do.
  server.unref();
  standIn.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return standIn;

  function signed(event: Thing, { at = Date.now(), secret = webhookSecret } = {}): SignedEvent {
    const body = JSON.stringify(shown(event), null, 2);
    const t = Math.floor(at / 1000);
    const v1 = createHmac("sha256", secret).update(`${t}.${body}`).digest("hex");
    return { body, signature: `t=${t},v1=${v1}` };
  }

  function deliver(event: Thing): void {
    if (standIn.sendTo === null) {
      standIn.held.push(event);
      return;
    }
    const { body, signature } = signed(event);
    const sending = fetch(standIn.sendTo, {
      method: "POST",
      headers: { "Content-Type": "application/json; charset=utf-8", "Stripe-Signature": signature },
      body,
    }).catch(() => {
      // Stripe would try again for three days; a club that is not there now asks by itself later.
      standIn.held.push(event);
    });
    pending.add(sending);
    void sending.finally(() => pending.delete(sending));
  }

  function reset(): void {
    keys.clear();
    books.things.clear();
    books.refundsWait = false;
    standIn.failures.length = 0;
    standIn.held.length = 0;
    standIn.requests.length = 0;
    standIn.ahead = 0;
  }

  async function stop(): Promise<void> {
    await Promise.all(pending);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", standIn.url);
    const method = request.method ?? "GET";
    const body = await readAll(request);
    if (!url.pathname.startsWith("/v1/")) {
      const [status, shownPage, headers] = shownAt(method, url, body);
      response.writeHead(status, headers).end(shownPage);
      return;
    }
    standIn.requests.push(`${method} ${url.pathname}`);
    const failure = nextFailure(`${method} ${url.pathname}`);
    if (failure?.how === "refused") throw new Error("The connection breaks");
    if (failure?.how === "slow") await sleep(failure.ms ?? 0);
    const [status, text] =
      failure?.how === "broken"
        ? [500, problem("api_error", "Something went wrong on our end")]
        : failure?.how === "forbidden"
          ? [403, problem("invalid_request_error", "The provided key does not have access")]
          : asked(method, url, body, request);
    if (failure?.how === "answer-lost") throw new Error("The answer is lost");
    response.writeHead(status, { "Content-Type": "application/json" }).end(text);
  }

  /** Does what is asked for, once for each idempotency key. */
  function asked(
    method: string,
    url: URL,
    body: string,
    request: IncomingMessage,
  ): [status: number, text: string] {
    if (!/^Bearer sk_test_\w+$/.test(request.headers.authorization ?? "")) {
      return [401, problem("invalid_request_error", "Invalid API Key provided")];
    }
    const key = request.headers["idempotency-key"];
    const hash = createHash("sha256").update(`${method} ${url.pathname} ${body}`).digest("hex");
    const before = typeof key === "string" ? keys.get(key) : undefined;
    if (before && before.hash !== hash) {
      const message = "Keys for idempotent requests can only be used with the same parameters.";
      return [400, problem("idempotency_error", message)];
    }
    if (before) return [before.status, before.body];
    const checked = checkRequest(method, url, body);
    // What is refused before it is begun is not kept under its key.
    if (!checked.ok) {
      const { status, code, message, param } = checked;
      return [status, problem("invalid_request_error", message, code, param)];
    }
    const [status, text] = perform(checked.route, checked.ids, checked.params);
    if (typeof key === "string") keys.set(key, { hash, status, body: text });
    return [status, text];
  }

  function perform(
    route: string,
    ids: string[],
    params: Record<string, unknown>,
  ): [status: number, text: string] {
    try {
      return [200, JSON.stringify(expanded(books, done(route, ids, params), params.expand))];
    } catch (error) {
      if (!(error instanceof StripeRefusal)) throw error;
      return [error.status, problem("invalid_request_error", error.message, error.code)];
    }
  }

  function done(route: string, [id = ""]: string[], params: Record<string, unknown>): Thing {
    switch (route) {
      case "POST /v1/checkout/sessions":
        return params.mode === "subscription"
          ? standIn.billing.createSession(params)
          : books.createSession(params);
      case "GET /v1/checkout/sessions":
        return listed("checkout.session", params);
      case "GET /v1/checkout/sessions/{session}":
        return books.get("checkout.session", id);
      case "POST /v1/checkout/sessions/{session}/expire":
        return books.expireSession(id);
      case "GET /v1/payment_intents/{intent}":
        return books.get("payment_intent", id);
      case "POST /v1/refunds":
        return books.createRefund(params);
      case "GET /v1/refunds/{refund}":
        return books.get("refund", id);
      case "GET /v1/refunds":
        return listed("refund", params);
      case "GET /v1/disputes":
        return listed("dispute", params);
      case "GET /v1/balance_transactions":
        return page(books.balance.asked(params), params);
      case "GET /v1/invoices":
        return listed("invoice", params);
      case "GET /v1/subscriptions":
        return listed("subscription", params);
      default: {
        const answer = billingRoute(standIn.billing, route, id, params);
        if (answer) return answer;
        throw new StripeRefusal(501, "not_in_stand_in", `The stand-in does not do ${route}`);
      }
    }
  }

  function listed(object: string, params: Record<string, unknown>): Thing {
    const all = books
      .all(object)
      .map(({ id }) => books.get(object, id))
      .filter((each) => !params.payment_intent || each.payment_intent === params.payment_intent)
      .filter((each) => !params.customer || each.customer === params.customer);
    return page(all, params);
  }

  function page(all: Thing[], params: Record<string, unknown>): Thing {
    const limit = Number(params.limit ?? 10);
    const from = params.starting_after
      ? all.findIndex(({ id }) => id === params.starting_after) + 1
      : 0;
    const data = all.slice(from, from + limit).map(shown);
    const list = { object: "list", data, has_more: from + limit < all.length, url: "" };
    return list as unknown as Thing;
  }

  function nextFailure(asked: string): Failure | undefined {
    const failure = standIn.failures.find(({ on }) => on.test(asked));
    if (!failure) return undefined;
    failure.times = (failure.times ?? 1) - 1;
    if (failure.times < 1) standIn.failures.splice(standIn.failures.indexOf(failure), 1);
    return failure;
  }

  /** Does something so many milliseconds later than it is. */
  function later(ms: number, work: () => void): void {
    standIn.ahead += ms;
    try {
      work();
    } finally {
      standIn.ahead -= ms;
    }
  }

  function dashboard(method: string, _url: URL, body: string): Page {
    if (method !== "POST") return html(dashboardPage(books));
    const done = actInDashboard(books, new URLSearchParams(body), (daysAgo, work) =>
      later(-daysAgo * 86_400_000, work),
    );
    return html(dashboardPage(books, done));
  }

  /** What people see of Stripe. */
  function shownAt(method: string, url: URL, body: string): Page {
    if (url.pathname === "/dashboard") return dashboard(method, url, body);
    if (url.pathname.startsWith("/pay/")) return payPage(method, url, body);
    return billingPage(standIn.billing, method, url, new URLSearchParams(body));
  }

  function payPage(method: string, url: URL, body: string): Page {
    const known = books.things.get(url.pathname.slice("/pay/".length));
    if (!known) return [404, "No such session", {}];
    const ending = new URLSearchParams(body).get("ending");
    const session = books.get("checkout.session", known.id);
    if (method !== "POST" || session.status !== "open") return html(checkoutPage(session));
    if (ending === "secure") return html(securePage());
    if (ending === "late") {
      session.expires_at = 0;
      return html(checkoutPage(books.get("checkout.session", session.id)));
    }
    const on = session.mode === "subscription" ? standIn.billing : books;
    const after = on.checkOut(session.id, (ending ?? "declined") as Ending);
    if (after.status === "open") return html(checkoutPage(after, "Your card was declined."));
    return [303, "", { Location: String(after.success_url) }];
  }
}
