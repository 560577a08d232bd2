import { randomUUID } from "node:crypto";
import { type FormSample, ofOthers, sample } from "./form-sample.ts";

const claimed = {
  requestKey: randomUUID(),
  orderNumber: "RO-2",
  storeId: "1",
  visitedOn: "2026-10-01",
  note: "In the morning",
};

export const CLAIMS_FORMS: FormSample[] = [
  sample("silver", "/my/claims/new", claimed, true),
  sample("desk", ofOthers("claim"), claimed, true),
  sample("desk", (cast) => `/admin/claims/${cast.others.claimId}`, {
    intent: "enter",
    storeId: "1",
    carId: "1",
    orderNumber: "RO-4",
    settledOn: "2026-10-01",
    kind: "maintenance",
    payer: "owner",
    paid: "100.00",
  }),
  sample("desk", (cast) => `/admin/claims/${cast.others.claimId}`, {
    intent: "link",
    orderId: "1",
  }),
  sample("desk", (cast) => `/admin/claims/${cast.others.claimId}`, {
    intent: "hand-over",
    to: "1",
    from: "2",
  }),
];
