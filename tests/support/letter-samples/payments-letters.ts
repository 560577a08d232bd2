import { at, type LetterSamples, name, step } from "./letter-sample.ts";

export const PAYMENTS_LETTERS: LetterSamples<
  "payment-receipt" | "payment-refunded" | "payment-returned"
> = {
  "payment-receipt": step(["cash", "card", "wechat", "alipay", "transfer", "stripe"]).map(
    (method) => ({
      name,
      paymentId: 7,
      title: { en: "Picnic blanket", zh: "野餐垫" },
      amountMinor: 4_900,
      currency: "CNY",
      method,
      receipt: "2026-000128",
      paidAt: at,
    }),
  ),
  "payment-refunded": ["It was torn", null].map((reason) => ({
    name,
    paymentId: 7,
    title: { en: "Picnic blanket", zh: "野餐垫" },
    amountMinor: 4_900,
    currency: "CNY",
    method: "cash",
    reason,
  })),
  "payment-returned": step(["paid-already", "gone"]).map((why) => ({
    name,
    paymentId: 7,
    title: { en: "Picnic blanket", zh: "野餐垫" },
    amountMinor: 4_900,
    currency: "CNY",
    why,
  })),
};
