import { type Call, everybody, form, get, post } from "./calls.ts";

/** Events for other programs: they come with keys, so whoever is signed in in a browser is a stranger there. */
export const EVENT_API_ACCESS: Record<string, Call[]> = {
  "routes/events/open/api.v1.events": [
    get("/api/v1/events", everybody(401)),
    post("/api/v1/events", form({}), everybody(405)),
  ],
  "routes/registrations/open/api.v1.events.$id.registrations": [
    get("/api/v1/events/1/registrations", everybody(405)),
    post("/api/v1/events/1/registrations", form({}), everybody(401)),
  ],
  "routes/registrations/open/api.v1.registrations.$id": [
    get("/api/v1/registrations/1", everybody(401)),
    post("/api/v1/registrations/1", form({}), everybody(405)),
  ],
  "routes/registrations/open/api.v1.registrations.$id.cancel": [
    get("/api/v1/registrations/1/cancel", everybody(405)),
    post("/api/v1/registrations/1/cancel", form({}), everybody(401)),
  ],
  "routes/attendance/open/api.v1.events.$id.check-ins": [
    get("/api/v1/events/1/check-ins", everybody(405)),
    post("/api/v1/events/1/check-ins", form({}), everybody(401)),
  ],
};
