import { answers, type Call, everybody, form, get, members, post, referrers } from "./calls.ts";

/** An entry of the persona `silver`: another has none such. */
const ownEntry = answers((persona) => (persona === "referrer" ? 404 : members(200)[persona]));

/** An owner's statement; another's entries are nobody's. */
export const POINTS_ACCESS: Record<string, Call[]> = {
  "routes/points/open/api.v1.members.$number.balance": [
    get(({ own }) => `/api/v1/members/${own.number}/balance`, everybody(401), "one's own"),
    get(({ others }) => `/api/v1/members/${others.number}/balance`, everybody(401), "another's"),
    post(({ own }) => `/api/v1/members/${own.number}/balance`, form({}), everybody(405)),
  ],
  "routes/points/my/points": [get("/my/points", referrers(200))],
  "routes/points/my/points._index": [get("/my/points", referrers(200))],
  "routes/points/my/points.on": [get("/my/points/on?day=2026-01-31", members(200))],
  "routes/points/my/points[.]csv": [get("/my/points.csv", referrers(200))],
  "routes/points/my/points.$entryId": [
    get(({ own }) => `/my/points/${own.entryId}`, ownEntry, "one's own entry"),
    get(({ others }) => `/my/points/${others.entryId}`, referrers(404), "another's entry"),
  ],
};
