import { type Call, everybody, form, get, members, only, post } from "./calls.ts";
import { contestPage } from "./some-contests.ts";

const takers = (outcome: Parameters<typeof only>[1]) => only(["desk", "events", "admin"], outcome);
const keepers = (outcome: Parameters<typeof only>[1]) => only(["events", "admin"], outcome);

const sent =
  (fields: Record<string, string>): Call["body"] =>
  () => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return body;
  };

/** Contests: kept by who keeps events, entries taken by the desk too; an owner sees their own children's. */
export const CONTESTS_ACCESS: Record<string, Call[]> = {
  "routes/contests/admin/events.$id.contests._index": [
    get(({ contests }) => `/admin/events/${contests.eventId}/contests`, takers(200)),
    get("/admin/events/999999/contests", takers(404), "no such event"),
  ],
  "routes/contests/admin/events.$id.contests.new": [
    get(({ contests }) => `/admin/events/${contests.eventId}/contests/new`, keepers(200)),
    post(
      ({ contests }) => `/admin/events/${contests.eventId}/contests/new`,
      form({}),
      keepers(400),
    ),
  ],
  "routes/contests/admin/events.$id.contests.$contest": [
    get(({ contests }) => contestPage(contests, contests.openId), takers(200)),
    get(
      ({ contests }) => contestPage(contests, contests.draftId),
      { ...keepers(200), desk: 404 },
      "one that is not opened",
    ),
    get(({ contests }) => contestPage(contests, 999_999), takers(404), "no such contest"),
    post(({ contests }) => contestPage(contests, contests.openId), form({}), keepers(400)),
    post(
      ({ contests }) => contestPage(contests, contests.openId),
      form({ intent: "open" }),
      keepers(409),
      "opening it again",
    ),
  ],
  "routes/contests/admin/events.$id.contests.$contest_.edit": [
    get(({ contests }) => `${contestPage(contests, contests.draftId)}/edit`, keepers(200)),
    post(
      ({ contests }) => `${contestPage(contests, contests.draftId)}/edit`,
      form({}),
      keepers(400),
    ),
  ],
  "routes/contests/admin/events.$id.contests.$contest_.entries": [
    get(({ contests }) => `${contestPage(contests, contests.openId)}/entries`, takers(200)),
    post(
      ({ contests }) => `${contestPage(contests, contests.openId)}/entries`,
      sent({}),
      takers(400),
    ),
    post(
      ({ contests }) => `${contestPage(contests, contests.openId)}/entries`,
      sent({ intent: "picture", entry: "999999" }),
      takers(409),
      "without a picture",
    ),
  ],
  "routes/contests/admin/events.$id.contests.$contest_.entries_.send": [
    get(({ contests }) => `${contestPage(contests, contests.openId)}/entries/send`, takers(405)),
    post(
      ({ contests }) => `${contestPage(contests, contests.openId)}/entries/send`,
      sent({ intent: "picture", entry: "999999" }),
      takers(200),
    ),
  ],
  "routes/contests/admin/events.$id.contests.$contest_.numbers": [
    get(({ contests }) => `${contestPage(contests, contests.openId)}/numbers`, takers(200)),
  ],
  "routes/contests/admin/contest-pictures.$id.$size": [
    get(({ contests }) => `/admin/contest-pictures/${contests.ownPictureId}/small`, takers(200)),
    get("/admin/contest-pictures/999999/small", takers(404), "no such picture"),
  ],
  "routes/gallery/admin/events.$id.gallery": [
    get(({ contests }) => `/admin/events/${contests.eventId}/gallery`, keepers(200)),
    post(({ contests }) => `/admin/events/${contests.eventId}/gallery`, form({}), keepers(400)),
  ],
  "routes/gallery/public/events.$slug.gallery": [
    get("/events/none/gallery", everybody(404), "no such event"),
    post("/events/none/gallery", form({}), everybody(400)),
    post(
      "/events/none/gallery",
      form({ entry: "999999", given: "yes" }),
      everybody(409),
      "what is not shown",
    ),
  ],
  "routes/gallery/open/events.gallery.$id.$size": [
    get(
      ({ contests }) => `/events/gallery/${contests.ownPictureId}/small`,
      everybody(404),
      "what nobody agreed to show",
    ),
  ],
  "routes/contests/my/contests": [
    get("/my/contests", members(200)),
    post("/my/contests", sent({}), members(400)),
    post(
      "/my/contests",
      ({ contests }) => {
        const body = new FormData();
        body.set("intent", "forget");
        body.set("entry", String(contests.othersEntryId));
        return body;
      },
      members(404),
      "another's entry",
    ),
  ],
  "routes/contests/my/contest-pictures.$id.$size": [
    get(({ contests }) => `/my/contest-pictures/${contests.ownPictureId}/small`, members(200)),
    get(
      ({ contests }) => `/my/contest-pictures/${contests.othersPictureId}/small`,
      members(404),
      "another's",
    ),
  ],
};
