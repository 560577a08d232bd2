import { type FormSample, sample } from "./form-sample.ts";

export const CERTIFICATES_FORMS: FormSample[] = [
  sample("events", ({ certificates }) => `/admin/events/${certificates.eventId}/certificates`, {
    intent: "issue",
  }),
  sample(
    "events",
    ({ certificates }) => `/admin/events/${certificates.eventId}/certificates`,
    ({ certificates }) => ({ intent: "correct", code: certificates.ownCode, name: "Mia Lin" }),
  ),
];
