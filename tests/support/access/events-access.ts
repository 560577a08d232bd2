import { type Call, everybody, get, members } from "./calls.ts";

/** Events: as owners see them, and as everybody does. */
export const EVENTS_ACCESS: Record<string, Call[]> = {
  "routes/events/my/events": [get("/my/events", members(200))],
  "routes/events/my/events._index": [get("/my/events", members(200))],
  "routes/events/my/events.$slug": [
    get(({ event }) => `/my/events/${event.slug}`, members(200)),
    get("/my/events/none", members(404), "no such event"),
  ],
  "routes/events/public/events": [get("/events", everybody(200))],
  "routes/events/public/events._index": [get("/events", everybody(200))],
  "routes/events/public/events.$slug": [
    get(({ event }) => `/events/${event.slug}`, everybody(200)),
    get("/events/none", everybody(404), "no such event"),
  ],
  "routes/events/open/events.$slug.share[.]jpg": [
    get(
      ({ event }) => `/events/${event.slug}/share.jpg`,
      everybody(404),
      "an event without a photo",
    ),
  ],
  "routes/events/open/events.$slug.share[.]png": [
    get(({ event }) => `/events/${event.slug}/share.png`, everybody(200)),
    get("/events/none/share.png", everybody(404), "no such event"),
  ],
};
