import { type FormSample, sample } from "./form-sample.ts";

export const EVENT_REPORT_FORMS: FormSample[] = [
  sample(
    "finance",
    ({ survey }) => `/admin/events/${survey.eventId}/report`,
    () => ({
      ...{ intent: "add", label: "Tents", amount: "1,200.50", requestKey: crypto.randomUUID() },
    }),
  ),
  sample("finance", ({ survey }) => `/admin/events/${survey.eventId}/report`, {
    ...{ intent: "change", cost: "1", version: "1", label: "Tents", amount: "900" },
  }),
  sample("finance", ({ survey }) => `/admin/events/${survey.eventId}/report`, {
    ...{ intent: "take-back", cost: "1", version: "1" },
  }),
];
