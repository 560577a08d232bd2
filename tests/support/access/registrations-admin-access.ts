import { type Call, form, get, only, post } from "./calls.ts";

const seers = (outcome: Parameters<typeof only>[1]) =>
  only(["desk", "events", "finance", "admin"], outcome);
const keepers = (outcome: Parameters<typeof only>[1]) => only(["desk", "events", "admin"], outcome);
const finance = (outcome: number) => only(["finance"], outcome);
const organisers = (outcome: Parameters<typeof only>[1]) => only(["events", "admin"], outcome);

/** Who comes to an event, as staff see it; and parties that they register for members. */
export const REGISTRATIONS_ADMIN_ACCESS: Record<string, Call[]> = {
  "routes/registrations/admin/events.$id.parties": [
    get(({ event }) => `/admin/events/${event.id}/parties`, seers(200)),
    get("/admin/events/999999/parties", seers(404), "no such event"),
    post(({ event }) => `/admin/events/${event.id}/parties`, form({}), keepers(400)),
    post(
      ({ event }) => `/admin/events/${event.id}/parties`,
      form({ intent: "cancel", party: "999999", reason: "They called." }),
      keepers(404),
      "no such party",
    ),
    post(
      ({ event }) => `/admin/events/${event.id}/parties`,
      form({ intent: "consent", party: "1", person: "999999", consent: "artwork", given: "yes" }),
      keepers(404),
      "no such child",
    ),
  ],
  "routes/registrations/admin/events.$id.parties[.]csv": [
    get(({ event }) => `/admin/events/${event.id}/parties.csv`, organisers(200)),
    get("/admin/events/999999/parties.csv", organisers(404), "no such event"),
  ],
  "routes/registrations/admin/events.$id.refunds": [
    get(({ event }) => `/admin/events/${event.id}/refunds`, finance(200)),
    get("/admin/events/999999/refunds", finance(404), "no such event"),
    post(({ event }) => `/admin/events/${event.id}/refunds`, form({}), finance(400)),
  ],
  "routes/registrations/admin/registrations.$id": [
    get(
      ({ own }) => `/admin/registrations/${own.registrationId}`,
      seers(/^302 .admin.events.\d+.parties/),
    ),
    get("/admin/registrations/999999", seers(404), "no such party"),
  ],
  "routes/registrations/admin/members.$number.event": [
    get(({ own }) => `/admin/members/${own.number}/event`, keepers(200)),
    get("/admin/members/M99999999/event", keepers(404), "no such member"),
    post(({ own }) => `/admin/members/${own.number}/event`, form({}), keepers(404)),
    post(
      ({ own, event }) => `/admin/members/${own.number}/event?event=${event.slug}`,
      form({}),
      keepers(400),
      "an event",
    ),
  ],
};
