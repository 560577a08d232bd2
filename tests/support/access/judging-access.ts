import { type Call, everybody, form, get, only, post } from "./calls.ts";
import { judgingPage } from "./some-judging.ts";

const keepers = (outcome: Parameters<typeof only>[1]) => only(["events", "admin"], outcome);
const UNKNOWN = "x".repeat(43);
const noScores = form({ scores: "[]" });

/**
 * Judging: for who keeps it, and for whoever has a judge's link, which opens the pictures of one contest to everybody who
 * has it and nothing else to anybody.
 */
export const JUDGING_ACCESS: Record<string, Call[]> = {
  "routes/judging/public/judging": [get("/judging", everybody(200))],
  "routes/judging/public/judge.$token": [
    get(({ judging }) => `/judge/${judging.token}`, everybody(200), "by a judge's link"),
    get(({ judging }) => `/judge/${judging.endedToken}`, everybody(410), "by one that was ended"),
    get(`/judge/${UNKNOWN}`, everybody(404), "by a link that never was"),
    post(({ judging }) => `/judge/${judging.token}`, form({}), everybody(400), "by a judge's link"),
    post(
      ({ judging }) => `/judge/${judging.token}`,
      form({ intent: "own", entry: "999999" }),
      everybody(404),
      "an entry of no contest",
    ),
    post(
      ({ judging }) => `/judge/${judging.endedToken}`,
      form({ intent: "done" }),
      everybody(410),
      "by one that was ended",
    ),
    post(`/judge/${UNKNOWN}`, form({ intent: "done" }), everybody(404), "by none that ever was"),
  ],
  "routes/judging/open/judge.$token.scores": [
    get(({ judging }) => `/judge/${judging.token}/scores`, everybody(200), "by a judge's link"),
    get(({ judging }) => `/judge/${judging.endedToken}/scores`, everybody(410), "by an ended one"),
    get(`/judge/${UNKNOWN}/scores`, everybody(404), "by a link that never was"),
    post(({ judging }) => `/judge/${judging.token}/scores`, noScores, everybody(400)),
    post(`/judge/${UNKNOWN}/scores`, noScores, everybody(404), "by a link that never was"),
  ],
  "routes/judging/open/judge.$token.pictures.$picture.$size": [
    get(
      ({ judging }) => `/judge/${judging.token}/pictures/${judging.pictureId}/small`,
      everybody(200),
      "by a judge's link",
    ),
    get(
      ({ judging }) => `/judge/${judging.endedToken}/pictures/${judging.pictureId}/small`,
      everybody(410),
      "by one that was ended",
    ),
    get(
      ({ judging }) => `/judge/${UNKNOWN}/pictures/${judging.pictureId}/small`,
      everybody(404),
      "by a link that never was",
    ),
    get(
      ({ judging }) => `/judge/${judging.token}/pictures/999999/small`,
      everybody(404),
      "of no contest",
    ),
  ],
  "routes/judging/admin/events.$id.contests.$contest_.judges": [
    get(({ judging }) => judgingPage(judging, "judges"), keepers(200)),
    get("/admin/events/999999/contests/1/judges", keepers(404), "no such event"),
    post(({ judging }) => judgingPage(judging, "judges"), form({}), keepers(400)),
    post(
      ({ judging }) => judgingPage(judging, "judges"),
      form({ intent: "end", judge: "999999" }),
      keepers(404),
      "no such judge",
    ),
  ],
  "routes/judging/admin/events.$id.contests.$contest_.judges_.preview": [
    get(({ judging }) => judgingPage(judging, "judges/preview"), keepers(200)),
  ],
  "routes/judging/admin/events.$id.contests.$contest_.judges_.$judge": [
    get(({ judging }) => judgingPage(judging, `judges/${judging.judgeId}`), keepers(200)),
    get(({ judging }) => judgingPage(judging, "judges/999999"), keepers(404), "no such judge"),
    post(
      ({ judging }) => judgingPage(judging, `judges/${judging.judgeId}`),
      form({}),
      keepers(400),
    ),
    post(
      ({ judging }) => judgingPage(judging, `judges/${judging.judgeId}`),
      form({ intent: "not-own", entry: "999999" }),
      keepers(404),
      "an entry of no contest",
    ),
  ],
  "routes/judging/admin/events.$id.contests.$contest_.ranking": [
    get(({ judging }) => judgingPage(judging, "ranking"), keepers(200)),
    get("/admin/events/999999/contests/1/ranking", keepers(404), "no such event"),
  ],
  "routes/judging/admin/events.$id.contests.$contest_.ranking_.sheet[.]txt": [
    get(({ judging }) => judgingPage(judging, "ranking/sheet.txt"), keepers(200)),
    get("/admin/events/999999/contests/1/ranking/sheet.txt", keepers(404), "no such event"),
  ],
};
