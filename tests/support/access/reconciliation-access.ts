import { type Call, form, get, only, post } from "./calls.ts";

const finance = (outcome: number) => only(["finance"], outcome);
const page = "/admin/payments/reconciliation";

/** What is held against Stripe's books: finance's alone. */
export const RECONCILIATION_ACCESS: Record<string, Call[]> = {
  "routes/reconciliation/admin/payments.reconciliation._index": [
    get(page, finance(200)),
    get(`${page}?month=2026-02`, finance(200)),
    post(`${page}?index`, form({}), finance(400)),
    post(`${page}?index`, form({ day: "2026-01-31" }), finance(409), "a club without an account"),
  ],
  "routes/reconciliation/admin/payments.reconciliation.$day": [
    get(`${page}/2026-01-31`, finance(404), "a day that nobody has asked for"),
    get(`${page}/2026-02-31`, finance(404), "no day"),
    post(`${page}/2026-01-31`, form({}), finance(409), "a club without an account"),
  ],
  "routes/reconciliation/admin/payments.reconciliation.differences.$id": [
    get(`${page}/differences/999999`, finance(404), "none of that number"),
    post(`${page}/differences/999999`, form({}), finance(400)),
    post(
      `${page}/differences/999999`,
      form({ done: "Sent back", seen: "stripe-only" }),
      finance(404),
      "none of that number",
    ),
  ],
  "routes/reconciliation/admin/payments.reconciliation[.]csv": [
    get(`${page}.csv?month=2026-01`, finance(200)),
    get(`${page}.csv`, finance(404), "neither a day nor a month"),
  ],
};
