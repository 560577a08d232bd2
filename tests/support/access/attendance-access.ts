import { type Call, everybody, form, get, members, only, post } from "./calls.ts";

const markers = (outcome: Parameters<typeof only>[1]) => only(["desk", "events", "admin"], outcome);
const keepers = (outcome: Parameters<typeof only>[1]) => only(["events", "admin"], outcome);

const UNKNOWN = "x".repeat(43);
const noMarks = form({ marks: "[]" });

/**
 * The day of an event: for staff, and for whoever has a steward's link, which opens one event's check-in to
 * everybody who has it and nothing else to anybody.
 */
export const ATTENDANCE_ACCESS: Record<string, Call[]> = {
  "routes/attendance/public/check-in.$token": [
    get(({ day }) => `/check-in/${day.token}`, everybody(200), "by a steward's link"),
    get(({ day }) => `/check-in/${day.endedToken}`, everybody(404), "by a link that was ended"),
    get(`/check-in/${UNKNOWN}`, everybody(404), "by a link that never was"),
  ],
  "routes/attendance/open/check-in.$token.list": [
    get(({ day }) => `/check-in/${day.token}/list`, everybody(200), "by a steward's link"),
    get(({ day }) => `/check-in/${day.endedToken}/list`, everybody(410), "by one that was ended"),
    get(`/check-in/${UNKNOWN}/list`, everybody(404), "by a link that never was"),
  ],
  "routes/attendance/open/check-in.$token.marks": [
    get(({ day }) => `/check-in/${day.token}/marks`, everybody(405)),
    post(
      ({ day }) => `/check-in/${day.token}/marks`,
      noMarks,
      everybody(400),
      "by a steward's link",
    ),
    post(
      ({ day }) => `/check-in/${day.endedToken}/marks`,
      noMarks,
      everybody(410),
      "by one that was ended",
    ),
    post(`/check-in/${UNKNOWN}/marks`, noMarks, everybody(404), "by a link that never was"),
  ],
  // A steward's link registers nobody; a supervisor's is tested with the walk-ins.
  "routes/attendance/public/check-in.$token_.walk-in": [
    get(({ day }) => `/check-in/${day.token}/walk-in`, everybody(403), "by a steward's link"),
    get(({ day }) => `/check-in/${day.endedToken}/walk-in`, everybody(410), "by an ended one"),
    post(({ day }) => `/check-in/${day.token}/walk-in`, form({}), everybody(403)),
    post(`/check-in/${UNKNOWN}/walk-in`, form({}), everybody(404), "by a link that never was"),
  ],
  "routes/attendance/admin/events.$id.walk-in": [
    get(({ day }) => `/admin/events/${day.eventId}/walk-in`, markers(200)),
    get("/admin/events/999999/walk-in", markers(404), "none of that number"),
    post(({ day }) => `/admin/events/${day.eventId}/walk-in`, form({}), markers(400)),
  ],
  "routes/attendance/admin/events.$id.check-in": [
    get(({ day }) => `/admin/events/${day.eventId}/check-in`, markers(200)),
    get("/admin/events/999999/check-in", markers(404), "none of that number"),
  ],
  "routes/attendance/admin/events.$id.check-in_.list": [
    get(({ day }) => `/admin/events/${day.eventId}/check-in/list`, markers(200)),
    get("/admin/events/999999/check-in/list", markers(404), "none of that number"),
  ],
  "routes/attendance/admin/events.$id.check-in_.marks": [
    get(({ day }) => `/admin/events/${day.eventId}/check-in/marks`, markers(405)),
    post(({ day }) => `/admin/events/${day.eventId}/check-in/marks`, noMarks, markers(400)),
  ],
  "routes/attendance/open/check-in.$token.exchange": [
    get(({ day }) => `/check-in/${day.token}/exchange`, everybody(405)),
    post(({ day }) => `/check-in/${day.token}/exchange`, form({}), everybody(403)),
    post(`/check-in/${UNKNOWN}/exchange`, form({}), everybody(404), "by a link that never was"),
  ],
  "routes/attendance/admin/events.$id.check-in_.exchange": [
    get(({ day }) => `/admin/events/${day.eventId}/check-in/exchange`, markers(405)),
    post(
      ({ day }) => `/admin/events/${day.eventId}/check-in/exchange`,
      form({ person: "0" }),
      markers(400),
    ),
    post(
      ({ day }) => `/admin/events/${day.eventId}/check-in/exchange`,
      form({ person: "999999", name: "Bo" }),
      markers(200),
      "somebody of no party",
    ),
  ],
  "routes/attendance/admin/events.$id.stewards": [
    get(({ day }) => `/admin/events/${day.eventId}/stewards`, keepers(200)),
    get("/admin/events/999999/stewards", keepers(404), "none of that number"),
    post(
      ({ day }) => `/admin/events/${day.eventId}/stewards`,
      form({ intent: "make" }),
      keepers(400),
    ),
    post(
      ({ day }) => `/admin/events/${day.eventId}/stewards`,
      form({ intent: "end", link: "999999" }),
      keepers(404),
      "a link of no event",
    ),
  ],
  "routes/attendance/admin/events.objections": [
    get("/admin/events/objections", keepers(200)),
    post("/admin/events/objections", form({ delay: "999999" }), keepers(400)),
    post(
      "/admin/events/objections",
      form({ delay: "999999", answer: "stays" }),
      keepers(409),
      "none of that number",
    ),
  ],
  "routes/attendance/my/early-access": [
    get("/my/early-access", members(200)),
    post("/my/early-access", form({ delay: "999999" }), members(400)),
    post(
      "/my/early-access",
      form({ delay: "999999", words: "Mia was ill." }),
      members(409),
      "one that is not theirs",
    ),
  ],
  "routes/attendance/admin/events.$id.run-sheet": [
    get(({ day }) => `/admin/events/${day.eventId}/run-sheet`, markers(200)),
    get("/admin/events/999999/run-sheet", markers(404), "none of that number"),
  ],
  "routes/attendance/admin/events.$id.badges": [
    get(({ day }) => `/admin/events/${day.eventId}/badges`, markers(200)),
    get("/admin/events/999999/badges", markers(404), "none of that number"),
  ],
};
