import { type Call, form, get, members, post } from "./calls.ts";

const A_CONSENT = { intent: "consent", person: "999999", consent: "photographs", given: "no" };

/** Coming to events, as owners do. */
export const REGISTRATIONS_ACCESS: Record<string, Call[]> = {
  "routes/registrations/my/registrations": [get("/my/registrations", members(200))],
  "routes/registrations/my/registrations._index": [get("/my/registrations", members(200))],
  "routes/registrations/my/registrations.new": [
    get(({ event }) => `/my/registrations/new?event=${event.slug}`, members(200)),
    get("/my/registrations/new", members(404), "no event"),
    post(({ event }) => `/my/registrations/new?event=${event.slug}`, form({}), members(400)),
  ],
  "routes/registrations/my/registrations.$id": [
    get(({ own }) => `/my/registrations/${own.registrationId}`, members(200)),
    get(({ others }) => `/my/registrations/${others.registrationId}`, members(404), "another’s"),
    post(({ own }) => `/my/registrations/${own.registrationId}`, form({}), members(400)),
    post(
      ({ others }) => `/my/registrations/${others.registrationId}`,
      form({ intent: "cancel" }),
      members(404),
      "another’s",
    ),
    post(
      ({ own }) => `/my/registrations/${own.registrationId}`,
      ({ others }) => new URLSearchParams({ ...A_CONSENT, party: String(others.registrationId) }),
      members(404),
      "a child of another’s",
    ),
  ],
  "routes/registrations/my/registrations.$id_.change": [
    get(({ own }) => `/my/registrations/${own.registrationId}/change`, members(200)),
    get(
      ({ others }) => `/my/registrations/${others.registrationId}/change`,
      members(404),
      "another’s",
    ),
    post(({ own }) => `/my/registrations/${own.registrationId}/change`, form({}), members(409)),
    post(
      ({ others }) => `/my/registrations/${others.registrationId}/change`,
      form({}),
      members(404),
      "another’s",
    ),
  ],
};
