import { type Call, form, get, only, post } from "./calls.ts";

const keepers = (outcome: Parameters<typeof only>[1]) => only(["events", "admin"], outcome);

/** The thanks of an event. */
export const EVENT_THANKS_ACCESS: Record<string, Call[]> = {
  "routes/event-thanks/admin/events.$id_.thanks": [
    get(({ survey }) => `/admin/events/${survey.eventId}/thanks`, keepers(200)),
    get("/admin/events/999999/thanks", keepers(404), "no such event"),
    post(({ survey }) => `/admin/events/${survey.eventId}/thanks`, form({}), keepers(400)),
    post("/admin/events/999999/thanks", form({ intent: "send" }), keepers(404), "of no such event"),
    // One that is not over.
    post(
      ({ event }) => `/admin/events/${event.id}/thanks`,
      form({ intent: "send" }),
      keepers(409),
      "too early",
    ),
  ],
};
