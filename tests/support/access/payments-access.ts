import { type Call, everybody, form, get, members, only, post } from "./calls.ts";

const atTheCounter = (outcome: number) => only(["desk", "gifts", "finance", "admin"], outcome);
const finance = (outcome: number | RegExp) => only(["finance"], outcome);
const enders = (outcome: number) => only(["finance", "admin"], outcome);

/** Payments: one's own and nobody else's; all of them for whoever takes money, refunds for finance. */
export const PAYMENTS_ACCESS: Record<string, Call[]> = {
  "routes/payments/my/payments": [get(({ own }) => `/my/payments/${own.paymentId}`, members(200))],
  "routes/payments/my/payments._index": [
    get("/my/payments", members(200)),
    get("/my/payments?after=payment-999999", members(/^302 \/my\/payments$/), "no place of theirs"),
  ],
  "routes/payments/my/payments.$id": [
    get(({ own }) => `/my/payments/${own.paymentId}`, members(200)),
    get(
      ({ others }) => `/my/payments/${others.paymentId}`,
      members(404),
      "another owner's payment",
    ),
    post(({ own }) => `/my/payments/${own.paymentId}`, form({}), members(409), "not online"),
    post(
      ({ others }) => `/my/payments/${others.paymentId}`,
      form({}),
      members(404),
      "another owner's payment",
    ),
  ],
  "routes/payments/my/payments.$id_.receipt[.]pdf": [
    get(({ own }) => `/my/payments/${own.paymentId}/receipt.pdf`, members(404), "not paid yet"),
    get(
      ({ others }) => `/my/payments/${others.paymentId}/receipt.pdf`,
      members(404),
      "another owner's receipt",
    ),
  ],
  "routes/payments/open/api.stripe.webhook": [
    get("/api/stripe/webhook", everybody(405)),
    post("/api/stripe/webhook", form({}), everybody(400), "a webhook that nobody has signed"),
  ],
  "routes/payments/admin/payments._index": [get("/admin/payments", atTheCounter(200))],
  "routes/payments/admin/payments.$id": [
    get(({ others }) => `/admin/payments/${others.paymentId}`, atTheCounter(200)),
    get("/admin/payments/999999", atTheCounter(404), "none of that number"),
    post(({ others }) => `/admin/payments/${others.paymentId}`, form({}), atTheCounter(400)),
  ],
  "routes/payments/admin/payments.$id_.refund": [
    get(({ others }) => `/admin/payments/${others.paymentId}/refund`, finance(200)),
    get("/admin/payments/999999/refund", finance(404), "none of that number"),
    post(({ others }) => `/admin/payments/${others.paymentId}/refund`, form({}), finance(400)),
  ],
  "routes/payments/admin/payments.$id_.subscription": [
    get(({ others }) => `/admin/payments/${others.paymentId}/subscription`, enders(200)),
    get("/admin/payments/999999/subscription", enders(404), "none of that number"),
    post(({ others }) => `/admin/payments/${others.paymentId}/subscription`, form({}), enders(400)),
    post(
      ({ others }) => `/admin/payments/${others.paymentId}/subscription`,
      form({ reason: "Refunded whole" }),
      enders(409),
      "no subscription runs",
    ),
  ],
  "routes/payments/admin/payments.to-do": [
    get("/admin/payments/to-do", finance(200)),
    post("/admin/payments/to-do", form({}), finance(400)),
  ],
  "routes/payments/admin/payments.closing": [get("/admin/payments/closing", atTheCounter(200))],
  "routes/payments/admin/payments.closing[.]csv": [
    get("/admin/payments/closing.csv", atTheCounter(200)),
  ],
};
