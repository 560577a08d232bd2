import { randomUUID } from "node:crypto";
import { judgingPage } from "../some-judging.ts";
import { type FormSample, sample } from "./form-sample.ts";

export const JUDGING_FORMS: FormSample[] = [
  sample(
    "nobody",
    ({ judging }) => `/judge/${judging.token}/scores`,
    ({ judging }) => ({
      scores: JSON.stringify([
        {
          ...{ key: randomUUID(), sequence: 1, entryId: judging.entryId },
          ...{ criterion: "idea", value: 7 },
        },
      ]),
    }),
  ),
  sample(
    "nobody",
    ({ judging }) => `/judge/${judging.token}`,
    ({ judging }) => ({
      intent: "score",
      entry: String(judging.entryId),
      "value-idea": "7",
      comment: "So lively!",
    }),
  ),
  sample("nobody", ({ judging }) => `/judge/${judging.token}`, {
    intent: "hand-over",
    code: "0427",
  }),
  sample("events", ({ judging }) => judgingPage(judging, "judges"), {
    intent: "make",
    requestKey: randomUUID(),
    name: "Lin Mo",
  }),
  sample(
    "events",
    ({ judging }) => judgingPage(judging, `judges/${judging.judgeId}`),
    ({ judging }) => ({
      intent: "correct",
      entry: String(judging.entryId),
      "value-idea": "3",
      why: "Put down wrong.",
    }),
  ),
];
