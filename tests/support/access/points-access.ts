import { type Call, everybody, form, get, members, post } from "./calls.ts";

/** An owner's statement; another's entries are nobody's. */
export const POINTS_ACCESS: Record<string, Call[]> = {
  "routes/points/open/api.v1.members.$number.balance": [
    get(({ own }) => `/api/v1/members/${own.number}/balance`, everybody(401), "one's own"),
    get(({ others }) => `/api/v1/members/${others.number}/balance`, everybody(401), "another's"),
    post(({ own }) => `/api/v1/members/${own.number}/balance`, form({}), everybody(405)),
  ],
  "routes/points/my/points": [get("/my/points", members(200))],
  "routes/points/my/points._index": [get("/my/points", members(200))],
  "routes/points/my/points.on": [get("/my/points/on?day=2026-01-31", members(200))],
  "routes/points/my/points[.]csv": [get("/my/points.csv", members(200))],
  "routes/points/my/points.$entryId": [
    get(({ own }) => `/my/points/${own.entryId}`, members(200), "one's own entry"),
    get(({ others }) => `/my/points/${others.entryId}`, members(404), "another's entry"),
  ],
};
