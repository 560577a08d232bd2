import { randomUUID } from "node:crypto";
import { type FormSample, sample } from "./form-sample.ts";

export const STOCK_FORMS: FormSample[] = [
  sample("desk", ({ stockItemId }) => `/admin/stock/${stockItemId}/transfer`, {
    from: "room",
    to: "1",
    pieces: "1",
    note: "For the shop window",
    requestKey: randomUUID(),
  }),
  sample("gifts", ({ stockItemId }) => `/admin/stock/${stockItemId}`, {
    intent: "receive",
    place: "room",
    pieces: "10",
    note: "Delivery note 7",
    requestKey: randomUUID(),
  }),
  sample("gifts", ({ stockItemId }) => `/admin/stock/${stockItemId}`, {
    intent: "take-out",
    place: "room",
    pieces: "1",
    reason: "Broken",
    requestKey: randomUUID(),
  }),
  sample("gifts", "/admin/stock/count", ({ stockItemId }) => ({
    place: "room",
    reason: "Stock-taking",
    requestKey: randomUUID(),
    [`counted-${stockItemId}`]: "10",
    [`seen-${stockItemId}`]: "10",
  })),
];
