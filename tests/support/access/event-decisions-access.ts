import { type Call, form, get, only, post } from "./calls.ts";

const keepers = (outcome: Parameters<typeof only>[1]) => only(["desk", "events", "admin"], outcome);

const organisers = (outcome: Parameters<typeof only>[1]) => only(["events", "admin"], outcome);

/** What staff decide about an event that is published and has parties. */
export const EVENT_DECISIONS_ACCESS: Record<string, Call[]> = {
  "routes/event-decisions/admin/events.$id_.over": [
    get(({ event }) => `/admin/events/${event.id}/over`, keepers(200)),
    get("/admin/events/999999/over", keepers(404), "no such event"),
    post(({ event }) => `/admin/events/${event.id}/over`, form({}), keepers(400)),
    post(
      ({ event }) => `/admin/events/${event.id}/over`,
      form({ party: "999999", decision: "stay", reason: "They help." }),
      keepers(404),
      "no such party",
    ),
  ],
  "routes/event-decisions/admin/events.$id_.weather": [
    get(({ event }) => `/admin/events/${event.id}/weather`, organisers(200)),
    get("/admin/events/999999/weather", organisers(404), "no such event"),
    post(({ event }) => `/admin/events/${event.id}/weather`, form({}), organisers(400)),
    post(
      ({ event }) => `/admin/events/${event.id}/weather`,
      form({ intent: "on", wait: "999999" }),
      organisers(404),
      "nothing that was open",
    ),
  ],
};
