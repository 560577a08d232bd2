import { randomUUID } from "node:crypto";
import { contestPage } from "../some-contests.ts";
import { type FormSample, sample } from "./form-sample.ts";

const contestForm = {
  ...{ requestKey: randomUUID(), revision: "1", titleEn: "Drawing contest", titleZh: "绘画比赛" },
  ...{ aboutEn: "", aboutZh: "", kind: "pictures", openTo: "children", brackets: "little" },
  ...{
    entriesUntil: "2027-03-13T18:00",
    measure: "time",
    better: "less",
    attempts: "3",
    by: "vote",
  },
  ...{ criterionEn1: "Idea", criterionZh1: "创意", weight1: "40" },
};

export const CONTESTS_FORMS: FormSample[] = [
  sample("events", ({ contests }) => `/admin/events/${contests.eventId}/contests/new`, contestForm),
  sample("events", ({ contests }) => `${contestPage(contests, contests.draftId)}/edit`, {
    ...contestForm,
    revision: "9",
  }),
  sample("events", ({ contests }) => contestPage(contests, contests.openId), {
    ...{ intent: "assign", entry: "999999", person: "999999", bracket: "little", replace: "yes" },
  }),
  sample("events", ({ contests }) => contestPage(contests, contests.openId), {
    ...{ intent: "choose", entry: "999999", reasonEn: "Picked litter up.", reasonZh: "捡垃圾。" },
  }),
  sample("events", ({ contests }) => contestPage(contests, contests.openId), {
    ...{ intent: "add-try", entry: "999999", id: randomUUID(), seen: "0" },
    ...{ value: "12.4", reason: "Forgotten." },
  }),
  sample("events", ({ contests }) => contestPage(contests, contests.openId), {
    ...{ intent: "take-back", attempt: randomUUID(), reason: "Typed wrongly." },
  }),
  sample(
    "desk",
    ({ contests }) => `${contestPage(contests, contests.openId)}/entries`,
    {
      ...{ intent: "enter", requestKey: randomUUID(), person: "999999", number: "12" },
      ...{ bracket: "little", note: "By the window", picture: "not a file" },
    },
    true,
  ),
  sample(
    "desk",
    ({ contests }) => `${contestPage(contests, contests.openId)}/entries`,
    { intent: "measure", id: randomUUID(), entry: "999999", value: "12.4" },
    true,
  ),
  sample(
    "desk",
    ({ contests }) => `${contestPage(contests, contests.openId)}/entries`,
    { intent: "vote", party: "999999", entry: "999999" },
    true,
  ),
  sample(
    "silver",
    "/my/contests",
    {
      ...{ intent: "enter", requestKey: randomUUID(), contest: "999999", person: "999999" },
      picture: "not a file",
    },
    true,
  ),
];
