import { randomUUID } from "node:crypto";
import { type FormSample, ofOthers, sample } from "./form-sample.ts";

export const ADJUSTMENTS_FORMS: FormSample[] = [
  sample("desk", ofOthers("adjust"), {
    points: "10",
    reason: "Waited for two hours",
    requestKey: randomUUID(),
  }),
  sample("finance", "/admin/approvals", { request: "1", intent: "refuse", note: "Not for this" }),
  sample("admin", "/admin/approvals", { request: "1", intent: "withdraw" }),
];
