import { randomUUID } from "node:crypto";
import { type FormSample, ofOthers, sample } from "./form-sample.ts";

export const GOLD_FORMS: FormSample[] = [
  sample("silver", "/my/tier/gold?index", { amount: "58800", intent: "ask" }),
  sample("desk", ofOthers("gold-year"), {
    method: "cash",
    receiptNumber: "K-17",
    store: "1",
    amount: "58800",
    requestKey: randomUUID(),
  }),
  sample("admin", ofOthers("gold"), {
    from: "2026-11-21",
    through: "2027-01-31",
    reason: "For the opening",
  }),
  sample("admin", ofOthers("gold"), {
    intent: "withdraw",
    period: "1",
    withdrawReason: "A mistake",
  }),
];
