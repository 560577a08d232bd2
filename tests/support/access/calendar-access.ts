import { type Call, everybody, form, get, members, post } from "./calls.ts";

/** Events in calendars. */
export const CALENDAR_ACCESS: Record<string, Call[]> = {
  "routes/calendar/my/calendar": [
    get("/my/calendar", members(200)),
    post("/my/calendar", form({ intent: "end" }), members("302 /my/calendar?done=ended")),
  ],
  "routes/calendar/public/events_.$slug_.calendar": [
    get(({ event }) => `/events/${event.slug}/calendar`, everybody(200)),
    get("/events/none/calendar", everybody(404), "no such event"),
  ],
  "routes/calendar/open/events.$slug.calendar[.]ics": [
    get(({ event }) => `/events/${event.slug}/calendar.ics`, everybody(200)),
    get("/events/none/calendar.ics", everybody(404), "no such event"),
  ],
  "routes/calendar/open/calendar.$token[.]ics": [
    get("/calendar/none.ics", everybody(404), "a secret of nobody"),
  ],
};
