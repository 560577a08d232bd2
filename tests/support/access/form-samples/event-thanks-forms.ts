import { type FormSample, sample } from "./form-sample.ts";

export const EVENT_THANKS_FORMS: FormSample[] = [
  sample("events", ({ survey }) => `/admin/events/${survey.eventId}/thanks`, { intent: "hold" }),
];
