import { type FormSample, sample } from "./form-sample.ts";

export const SURVEYS_FORMS: FormSample[] = [
  sample("silver", ({ survey }) => `/my/surveys/${survey.ownId}`, { intent: "score", score: "4" }),
  sample("silver", ({ survey }) => `/my/surveys/${survey.ownId}`, {
    ...{ intent: "more", best: "team", recommends: "9", words: "Lovely.", ownWords: "By car." },
    named: "yes",
  }),
  sample("nobody", ({ survey }) => `/survey/${survey.token}`, { intent: "more", recommends: "9" }),
  sample("events", ({ survey }) => `/admin/events/${survey.eventId}/survey`, {
    ...{ questionEn: "How did you come?", questionZh: "您怎么来的？" },
  }),
];
