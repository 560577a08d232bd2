import { randomUUID } from "node:crypto";
import { type FormSample, sample } from "./form-sample.ts";

export const PAYMENTS_FORMS: FormSample[] = [
  sample("desk", (cast) => `/admin/payments/${cast.others.paymentId}`, {
    method: "cash",
    receiptNumber: "K-17",
    store: "1",
    amount: "4900",
    requestKey: randomUUID(),
  }),
  sample("finance", (cast) => `/admin/payments/${cast.others.paymentId}/refund`, {
    method: "cash",
    receiptNumber: "R-3",
    store: "1",
    sum: "20.00",
    reason: "It was torn",
    takeBack: "on",
    seen: "2000+ cash",
    requestKey: randomUUID(),
  }),
  sample("admin", (cast) => `/admin/payments/${cast.others.paymentId}/subscription`, {
    reason: "It was refunded whole",
  }),
  sample("finance", "/admin/payments/reconciliation?index", { day: "2026-01-31" }),
  sample("finance", "/admin/payments/reconciliation/differences/999999", {
    done: "Sent back in the dashboard",
    seen: "stripe-only   4900 CNY",
  }),
];
