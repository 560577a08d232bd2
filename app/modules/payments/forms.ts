import { z } from "zod";
import { COUNTER_METHODS } from "#app/modules/payment-methods/counter-method.ts";
import { RowId } from "#app/platform/row-id.ts";
import { typedReason } from "#app/platform/typed-reason.ts";
import { typedText } from "#app/platform/typed-text.ts";
import { PAYMENT_METHODS, type PaymentMethod } from "./payment.ts";

/** The number that the till, the terminal or the bank gave it. */
const receiptNumber = z
  .string({ error: "payments.error.receipt" })
  .overwrite(typedText)
  .min(1, { error: "payments.error.receipt" })
  .max(60, { error: "payments.error.receiptLong" });

const atCounter = {
  method: z.enum(COUNTER_METHODS, { error: "payments.error.method" }),
  receiptNumber,
  store: RowId.catch(0),
  requestKey: z.uuid({ error: "payments.error.requestKey" }),
};

/** What people type at a counter. Errors are keys of messages, put into words by the page. */
export const RecordPaymentForm = z.object({
  ...atCounter,
  /** What the page showed as owed, in minor units. */
  amount: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER),
});

export const RefundPaymentForm = z
  .object({
    ...atCounter,
    /** What was paid online can go back the way it came, which no counter has a number for. */
    method: z.enum(PAYMENT_METHODS, { error: "payments.error.method" }),
    receiptNumber: z
      .string()
      .overwrite(typedText)
      .max(60, { error: "payments.error.receiptLong" })
      .default(""),
    /** As typed; what it comes to depends on the payment's currency. */
    sum: z.string({ error: "payments.error.sum" }).max(40, { error: "payments.error.sum" }),
    reason: typedReason(),
    takeBack: z
      .enum(["on"])
      .optional()
      .transform((checked) => checked === "on"),
    endRenewal: z
      .enum(["on"])
      .optional()
      .transform((checked) => checked === "on"),
    /** What the preview showed, as {@link previewMark} writes it; empty before there was one. */
    seen: z.string().max(60).default(""),
  })
  .refine(({ method, receiptNumber: number }) => method === "stripe" || number !== "", {
    error: "payments.error.receipt",
    path: ["receiptNumber"],
  });

/** Why a subscription is ended, for whoever reads the audit log. */
export const EndRenewalForm = z.object({ reason: typedReason() });

/** What finance says of money that went otherwise: they looked after it. */
export const PaymentTaskForm = z.object({
  kind: z.enum([
    "refund-failed",
    "refund-elsewhere",
    "refund-twice",
    "second-subscription",
    "return-failed",
    "refund-due",
  ]),
  id: RowId,
});

/** A refund as its preview shows it. */
export type RefundPreviewed = {
  amountMinor: number;
  takeBack: boolean;
  endRenewal: boolean;
  method: PaymentMethod;
};

/** By what a refund is known again that its preview has shown. */
export const previewMark = (refund: RefundPreviewed): string => {
  const { amountMinor, takeBack, endRenewal, method } = refund;
  return `${amountMinor}${takeBack ? "+" : ""}${endRenewal ? "x" : ""} ${method}`;
};
