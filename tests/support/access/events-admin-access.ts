import { answers, type Call, everybody, form, get, only, post } from "./calls.ts";

const keepers = (outcome: Parameters<typeof only>[1]) => only(["events", "admin"], outcome);
const seers = (outcome: Parameters<typeof only>[1]) =>
  only(["desk", "events", "finance", "admin"], outcome);

const noPhoto: Call["body"] = () => {
  const sent = new FormData();
  sent.set("intent", "add");
  return sent;
};

/** What the club holds, for whoever keeps it; the photos over it, for everybody. */
export const EVENTS_ADMIN_ACCESS: Record<string, Call[]> = {
  "routes/events/admin/events._index": [get("/admin/events", seers(200))],
  "routes/events/admin/events.new": [
    get("/admin/events/new", keepers(200)),
    post("/admin/events/new", form({ kind: "party" }), keepers(400)),
  ],
  "routes/events/admin/events.$id": [
    get(({ event }) => `/admin/events/${event.id}`, keepers(200)),
    get("/admin/events/999999", keepers(404), "none of that number"),
    post(({ event }) => `/admin/events/${event.id}`, form({ titleEn: "" }), keepers(400)),
  ],
  "routes/events/admin/events.$id_.cancel": [
    get(({ event }) => `/admin/events/${event.id}/cancel`, keepers(200)),
    get("/admin/events/999999/cancel", keepers(404), "none of that number"),
    post(({ event }) => `/admin/events/${event.id}/cancel`, form({ reason: "" }), keepers(400)),
  ],
  "routes/events/admin/events.$id_.preview": [
    get(({ event }) => `/admin/events/${event.id}/preview?as=full`, keepers(200)),
    get("/admin/events/999999/preview", keepers(404), "none of that number"),
  ],
  "routes/events/admin/events.$id_.repeat": [
    get(({ event }) => `/admin/events/${event.id}/repeat?every=week&count=2`, keepers(200)),
    get("/admin/events/999999/repeat", keepers(404), "none of that number"),
    post(
      ({ event }) => `/admin/events/${event.id}/repeat`,
      form({ day: "1999-01-01" }),
      keepers(409),
    ),
  ],
  "routes/events/admin/events.$id_.cover": [
    get(
      ({ event }) => `/admin/events/${event.id}/cover`,
      keepers(/^302 \/admin\/events\/\d+#cover$/),
    ),
    post(
      ({ event }) => `/admin/events/${event.id}/cover`,
      noPhoto,
      keepers(/^302 \/admin\/events\/\d+\?refused=no-picture#news$/),
    ),
  ],
  "routes/events/open/events.covers.$id.$size": [
    get("/events/covers/999999/small", everybody(404)),
    get(
      ({ draftCoverId }) => `/events/covers/${draftCoverId}/large`,
      answers((persona) => (persona === "events" || persona === "admin" ? 200 : 404)),
      "the photo of a draft",
    ),
  ],
};
