import { type Call, everybody, form, get, members, only, post } from "./calls.ts";
import { resultPage } from "./some-results.ts";

const servers = (outcome: Parameters<typeof only>[1]) => only(["desk", "events", "admin"], outcome);
const keepers = (outcome: Parameters<typeof only>[1]) => only(["events", "admin"], outcome);

/** Results: open to everybody once they are public, by numbers; kept by who keeps contests, prizes handed over by the desk too. */
export const CONTEST_RESULTS_ACCESS: Record<string, Call[]> = {
  "routes/contest-results/public/events.$slug_.results": [
    get(({ results }) => `/events/${results.slug}/results`, everybody(200)),
    get("/events/none/results", everybody(404), "no such event"),
  ],
  "routes/contest-results/open/contests.$id.ranking.$version[.]txt": [
    get(({ results }) => `/contests/${results.contestId}/ranking/1.txt`, everybody(200)),
    get(({ results }) => `/contests/${results.contestId}/ranking/9.txt`, everybody(404), "none"),
  ],
  "routes/contest-results/my/registrations.$id_.results": [
    get(({ own }) => `/my/registrations/${own.registrationId}/results`, members(200)),
    get(
      ({ results }) => `/my/registrations/${results.registrationId}/results`,
      members(404),
      "another's",
    ),
    post(({ own }) => `/my/registrations/${own.registrationId}/results`, form({}), members(400)),
    post(
      ({ results }) => `/my/registrations/${results.registrationId}/results`,
      ({ results }) => new URLSearchParams({ entry: String(results.entryId), named: "yes" }),
      members(404),
      "another's entry",
    ),
  ],
  "routes/contest-results/admin/events.$id.contests.$contest.results": [
    get(({ results }) => `${resultPage(results)}/results`, keepers(200)),
    get(
      ({ results }) => `/admin/events/${results.eventId}/contests/999999/results`,
      keepers(404),
      "no such contest",
    ),
    post(({ results }) => `${resultPage(results)}/results`, form({}), keepers(400)),
    post(
      ({ results }) => `${resultPage(results)}/results`,
      form({ intent: "publish", requestKey: "again", seen: "another" }),
      keepers(409),
      "publishing it again",
    ),
  ],
  "routes/contest-results/admin/events.$id.contests.$contest.prizes": [
    get(({ results }) => `${resultPage(results)}/prizes`, keepers(200)),
    get(
      ({ results }) => `/admin/events/${results.eventId}/contests/999999/prizes`,
      keepers(404),
      "no such contest",
    ),
    post(
      ({ results }) => `${resultPage(results)}/prizes`,
      form({}),
      keepers(409),
      "of a ranking that is public",
    ),
  ],
  "routes/contest-results/admin/events.$id.prizes": [
    get(({ results }) => `/admin/events/${results.eventId}/prizes`, servers(200)),
    get("/admin/events/999999/prizes", servers(404), "no such event"),
    post(({ results }) => `/admin/events/${results.eventId}/prizes`, form({}), servers(400)),
    post(
      ({ results }) => `/admin/events/${results.eventId}/prizes`,
      form({ intent: "hand-over", award: "999999" }),
      servers(404),
      "no such prize",
    ),
    post(
      ({ results }) => `/admin/events/${results.eventId}/prizes`,
      form({ intent: "give-up", award: "999999", reason: "Not collected" }),
      { ...keepers(404), desk: 403 },
      "giving one up",
    ),
  ],
};
