import { aTypedEvent } from "../../events.ts";
import { type FormSample, sample } from "./form-sample.ts";

/** Some fields of each kind: those of a kind are read by the same lines. */
const pick = <Field extends keyof ReturnType<typeof aTypedEvent>>(
  typed: ReturnType<typeof aTypedEvent>,
  fields: Field[],
) => Object.fromEntries(fields.map((field) => [field, String(typed[field])]));

/** The form of an event with a row in each of its tables. */
const eventForm = {
  intent: "save",
  revision: "1",
  agreed: "time",
  unplaced: "1",
  "home.morning": "s1",
  "homeReason.morning": "No trainer",
  ...pick(aTypedEvent(), ["titleEn", "startsAt", "mapUrl", "contactPhone", "ageMin", "opensAt"]),
  priceKind: "money",
  money: "380",
  storeIds: "1",
  programmes: "home",
  "sessions.0.key": "s1",
  "sessions.0.startsAt": "2027-03-14T13:00",
  "brackets.0.key": "b1",
  "brackets.0.ageFrom": "5",
  "limits.0.key": "l1",
  "limits.0.most": "10",
  "questions.0.key": "q1",
  "questions.0.options.0.key": "o1",
  "agreements.0.key": "a1",
};

export const EVENTS_FORMS: FormSample[] = [
  sample("events", "/admin/events/new", { kind: "class" }),
  sample("events", ({ event }) => `/admin/events/${event.id}`, eventForm),
  sample("events", ({ event }) => `/admin/events/${event.id}`, {
    intent: "move-dates",
    revision: "1",
    startsAt: "2027-03-15T13:00",
  }),
  sample("events", ({ draftEventId }) => `/admin/events/${draftEventId}`, {
    intent: "save",
    revision: "1",
    titleEn: "Tyres",
    programmes: "home",
    "limits.0.key": "l1",
    "limits.0.most": "10",
  }),
  sample("events", ({ event }) => `/admin/events/${event.id}/repeat`, { day: "2027-04-03" }),
  sample("events", ({ event }) => `/admin/events/${event.id}/cancel`, { reason: "Storm." }),
  sample(
    "events",
    ({ event }) => `/admin/events/${event.id}/cover`,
    { intent: "add", picture: "not a file" },
    true,
  ),
];
