import { resultPage } from "../some-results.ts";
import { type FormSample, sample } from "./form-sample.ts";

export const CONTEST_RESULTS_FORMS: FormSample[] = [
  sample("events", ({ results }) => `${resultPage(results)}/prizes`, {
    ...{ rank1: "1", bracket1: "little", count1: "1", points1: "500" },
    ...{ titleEn1: "Model car", titleZh1: "车模", variant1: "" },
  }),
  sample("events", ({ results }) => `${resultPage(results)}/results`, {
    ...{ intent: "publish", requestKey: "a", seen: "b" },
  }),
  sample("events", ({ results }) => `${resultPage(results)}/results`, {
    ...{ intent: "correct", requestKey: "a", seen: "b", back: "1" },
    ...{ reasonEn: "A mistake", reasonZh: "有误" },
  }),
  sample("desk", ({ results }) => `/admin/events/${results.eventId}/prizes`, {
    ...{ intent: "undo", award: "1", at: "2026-12-01T08:00:00.000Z", reason: "A mistake" },
  }),
  sample("events", ({ results }) => `/admin/events/${results.eventId}/prizes`, {
    ...{ intent: "give-up", award: "1", reason: "Not collected" },
  }),
  sample("silver", ({ own }) => `/my/registrations/${own.registrationId}/results`, {
    ...{ entry: "1", named: "yes" },
  }),
];
