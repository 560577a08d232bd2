import { randomUUID } from "node:crypto";
import { type FormSample, ofOthers, sample } from "./form-sample.ts";

const visit = {
  requestKey: randomUUID(),
  store: "1",
  day: "2026-01-31",
  car: "1",
  odometer: "12000",
  orderNumber: "RO-1",
  note: "Brakes",
  settled: "on",
  kind: "maintenance",
  payer: "owner",
  paid: "100.00",
  labour: "100.00",
};

export const VISITS_FORMS: FormSample[] = [
  sample("desk", ofOthers("visit"), visit),
  sample("desk", "/admin/visits/1/void", { reason: "Recorded for somebody else" }),
];
