import { randomUUID } from "node:crypto";
import { type FormSample, sample } from "./form-sample.ts";

const aMark = {
  id: "0b0f5b51-5d3c-4a1c-9f4e-0d6f2f6f8a03",
  kind: "in",
  registrationId: null,
  personId: null,
  undoes: null,
  seen: "Grandmother",
  people: 1,
  at: "2026-11-29T05:00:00.000Z",
  gate: "Main",
  device: "0b0f5b51-5d3c-4a1c-9f4e-0d6f2f6f8a01",
};

export const ATTENDANCE_FORMS: FormSample[] = [
  sample("nobody", ({ day }) => `/check-in/${day.token}/marks`, { marks: JSON.stringify([aMark]) }),
  sample("desk", ({ day }) => `/admin/events/${day.eventId}/check-in/marks`, {
    marks: JSON.stringify([aMark]),
  }),
  sample("events", ({ day }) => `/admin/events/${day.eventId}/stewards`, {
    intent: "make",
    name: "Bo",
    gate: "Main",
    role: "steward",
  }),
  sample("events", ({ day }) => `/admin/events/${day.eventId}/stewards`, {
    intent: "end",
    link: "999999",
  }),
  sample("desk", ({ day }) => `/admin/events/${day.eventId}/walk-in`, {
    requestKey: randomUUID(),
    member: "M00000001",
    "name-0": "Lin Wan",
    "born-0": "",
    "name-1": "Mia",
    "born-1": "2019-06-01",
    phone: "13800000001",
    overReason: "Came with friends",
  }),
  sample("desk", ({ day }) => `/admin/events/${day.eventId}/check-in/exchange`, {
    person: "999999",
    name: "Grandmother",
    born: "2019-06-01",
  }),
  sample("events", "/admin/events/objections", {
    delay: "999999",
    answer: "withdrawn",
    note: "Get well soon",
  }),
  sample("silver", "/my/early-access", { delay: "999999", words: "Mia was ill." }),
];
