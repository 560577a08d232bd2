import { type FormSample, sample } from "./form-sample.ts";

export const IMPACT_FORMS: FormSample[] = [
  sample("desk", ({ day }) => `/admin/events/${day.eventId}/impact`, {
    ...{ intent: "save", same: "2", reason: "Counted again." },
    ...{ "count.1": "3", "seen.1": "0:", "count.1.2": "2.5", "seen.1.2": "1:10" },
  }),
  sample("events", "/admin/impact", {
    ...{ unit: "1", one: "tree planted", many: "trees planted", zh: "棵树", wholeOnly: "on" },
  }),
];
