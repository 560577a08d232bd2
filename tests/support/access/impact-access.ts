import { type Call, form, get, members, only, post } from "./calls.ts";

const counters = (outcome: Parameters<typeof only>[1]) =>
  only(["desk", "events", "admin"], outcome);
const keepers = (outcome: Parameters<typeof only>[1]) => only(["events", "admin"], outcome);

/** What was done together: counted by whoever checks in, named by whoever keeps events, read by each family alone. */
export const IMPACT_ACCESS: Record<string, Call[]> = {
  "routes/impact/admin/events.$id.impact": [
    get(({ day }) => `/admin/events/${day.eventId}/impact`, counters(200)),
    get("/admin/events/999999/impact", counters(404), "none of that number"),
    post(({ day }) => `/admin/events/${day.eventId}/impact`, form({}), counters(400)),
    post(
      ({ day }) => `/admin/events/${day.eventId}/impact`,
      form({ intent: "save", "count.999999": "3", "seen.999999": "0:" }),
      counters(409),
      "a party that did not come",
    ),
    post(
      "/admin/events/999999/impact",
      form({ intent: "save" }),
      counters(404),
      "none of that number",
    ),
  ],
  "routes/impact/admin/impact": [
    get("/admin/impact", keepers(200)),
    post("/admin/impact", form({}), keepers(400)),
    post(
      "/admin/impact",
      form({ unit: "999999", one: "star", many: "stars", zh: "颗星" }),
      keepers(404),
      "none of that number",
    ),
  ],
  "routes/impact/my/together": [get("/my/together", members(200))],
};
