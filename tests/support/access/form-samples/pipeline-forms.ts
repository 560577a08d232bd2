import { randomUUID } from "node:crypto";
import type { Cast } from "../personas.ts";
import { type FormSample, sample } from "./form-sample.ts";

const leadPage = ({ leadId }: Cast) => `/admin/leads/${leadId}`;

export const PIPELINE_FORMS: FormSample[] = [
  sample("sales", leadPage, { intent: "draw", tableId: "1" }),
  sample("sales", leadPage, { intent: "confirm", code: "1234" }),
  sample("sales", leadPage, {
    intent: "contact",
    requestKey: randomUUID(),
    kind: "call",
    reached: "yes",
    note: "Wants a test drive",
    nextAction: "test-drive",
    nextAt: "2027-12-05T14:00",
  }),
  sample("sales", leadPage, {
    intent: "next",
    revision: "1",
    nextAction: "offer",
    nextAt: "2027-12-05T14:00",
  }),
  sample("sales", leadPage, {
    intent: "move",
    revision: "1",
    to: "visited",
    reason: "other",
  }),
  sample("sales", leadPage, { intent: "lose", revision: "1", reason: "other" }),
  sample("sales", leadPage, { intent: "pause", revision: "1", day: "2026-12-05" }),
  sample("sales", leadPage, { intent: "hand-over", to: "999999", from: "1" }),
  sample("sales", leadPage, {
    intent: "appointment",
    requestKey: randomUUID(),
    kind: "test-drive",
    startsAt: "2027-12-05T14:00",
    minutes: "60",
    storeId: "1",
    car: "Tayron",
  }),
  sample("sales", ({ leadId }) => `/admin/leads/${leadId}/deliver`, {
    revision: "1",
    email: "bo@marque.test",
    vin: "",
    plate: "粤B12345",
    model: "Tayron",
  }),
  sample("sales", leadPage, { intent: "merge", revision: "1", otherId: "999999" }),
  sample("sales", leadPage, {
    intent: "follow-up",
    requestKey: randomUUID(),
    day: "3",
    answer: "reached",
    satisfaction: "5",
    note: "Likes it",
  }),
  sample("sales", "/admin/leads/new", {
    requestKey: randomUUID(),
    referrer: "M99999999",
    name: "Bo Lin",
    phone: "13800000009",
    model: "Tayron",
    locale: "en",
    storeId: "1",
    note: "Comes on Saturday",
    consent: "on",
  }),
  sample("admin", "/admin/leads/review", { intent: "refuse", leadId: "999999", reason: "unfit" }),
  sample("admin", "/admin/leads/review", {
    intent: "appeal",
    leadId: "999999",
    outcome: "upheld",
    answer: "They are right",
  }),
  sample("admin", ({ staffId }) => `/admin/leads/consultants/${staffId}`, {
    intent: "keep",
    takesTurns: "on",
    storeId: "999999",
    models: "Tayron, Golf",
    awayThrough: "2027-01-31",
  }),
  sample("admin", ({ staffId }) => `/admin/leads/consultants/${staffId}`, {
    intent: "hand-over",
    to: "999999",
  }),
  sample("sales", leadPage, {
    intent: "appointment-end",
    appointmentId: "1",
    outcome: "cancelled",
  }),
];
