import { type Call, everybody, form, get, members, only, post } from "./calls.ts";

const readers = (outcome: Parameters<typeof only>[1]) =>
  only(["events", "finance", "admin"], outcome);
const keepers = (outcome: Parameters<typeof only>[1]) => only(["events", "admin"], outcome);
const said = form({ intent: "score", score: "4" });

/** How events were: said by who came and by whoever has their letter, read by those who keep events and books. */
export const SURVEYS_ACCESS: Record<string, Call[]> = {
  "routes/surveys/public/survey.$token": [
    get(({ survey }) => `/survey/${survey.token}`, everybody(200)),
    get("/survey/1.forged", everybody(404), "a link that nobody here made"),
    post(({ survey }) => `/survey/${survey.token}`, form({}), everybody(400)),
    post(
      ({ survey }) => `/survey/${survey.token}`,
      said,
      everybody(/^302 .*\?done=said&score=4$/),
      "how it was",
    ),
    post("/survey/1.forged", said, everybody(404), "a link that nobody here made"),
  ],
  "routes/surveys/my/surveys._index": [get("/my/surveys", members(200))],
  "routes/surveys/my/surveys.$id": [
    get(({ survey }) => `/my/surveys/${survey.ownId}`, members(200)),
    get(({ survey }) => `/my/surveys/${survey.othersId}`, members(404), "another's"),
    post(({ survey }) => `/my/surveys/${survey.ownId}`, form({}), members(400)),
    post(
      ({ survey }) => `/my/surveys/${survey.ownId}`,
      said,
      members(/^302 .*\?done=said$/),
      "how it was",
    ),
    post(({ survey }) => `/my/surveys/${survey.othersId}`, said, members(404), "for another"),
  ],
  "routes/surveys/admin/events.surveys": [get("/admin/events/surveys", readers(200))],
  "routes/surveys/admin/events.$id_.survey": [
    get(({ survey }) => `/admin/events/${survey.eventId}/survey`, readers(200)),
    get("/admin/events/999999/survey", readers(404), "no such event"),
    post(
      ({ survey }) => `/admin/events/${survey.eventId}/survey`,
      ({ survey }) => new URLSearchParams({ questionEn: `How did you come (${survey.eventId})?` }),
      keepers(/^302 .*\?done=saved$/),
      "a question of one's own",
    ),
    post("/admin/events/999999/survey", form({}), keepers(404), "of no such event"),
  ],
  // With so few answers there is no file.
  "routes/surveys/admin/events.$id_.survey[.]csv": [
    get(({ survey }) => `/admin/events/${survey.eventId}/survey.csv`, readers(404)),
  ],
};
