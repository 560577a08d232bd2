import { type Call, everybody, form, get, members, only, post } from "./calls.ts";

const keepers = (outcome: Parameters<typeof only>[1]) => only(["events", "admin"], outcome);
const of = (eventId: number | string) => `/admin/events/${eventId}/certificates`;
const UNKNOWN = "0000-0000-0000";

/** Certificates: printed by whoever keeps them and by the family, confirmed to whoever has the code. */
export const CERTIFICATES_ACCESS: Record<string, Call[]> = {
  "routes/certificates/public/certificates": [get("/certificates", everybody(200))],
  "routes/certificates/public/certificates._index": [
    get("/certificates", everybody(200)),
    get("/certificates?code=nonsense", everybody(400), "what is no code"),
    get(
      ({ certificates }) => `/certificates?code=${certificates.ownCode.toLowerCase()}`,
      everybody(/^302 \/certificates\/[0-9A-Z]{12}$/),
      "a code as people type it",
    ),
  ],
  "routes/certificates/public/certificates.$code": [
    get(({ certificates }) => `/certificates/${certificates.ownCode}`, everybody(200)),
    get(`/certificates/${UNKNOWN.replaceAll("-", "")}`, everybody(404), "a code that nobody has"),
  ],
  "routes/certificates/my/certificates": [get("/my/certificates", members(200))],
  "routes/certificates/my/certificates._index": [get("/my/certificates", members(200))],
  "routes/certificates/my/certificates.$code": [
    get(({ certificates }) => `/my/certificates/${certificates.ownCode}`, members(200)),
    get(
      ({ certificates }) => `/my/certificates/${certificates.othersCode}`,
      members(404),
      "another family's",
    ),
  ],
  "routes/certificates/my/certificates_.$code_.certificate[.]pdf": [
    get(
      ({ certificates }) => `/my/certificates/${certificates.ownCode}/certificate.pdf`,
      members(200),
    ),
    get(
      ({ certificates }) => `/my/certificates/${certificates.othersCode}/certificate.pdf`,
      members(404),
      "another family's",
    ),
  ],
  "routes/certificates/admin/events.$id.certificates": [
    get(({ certificates }) => of(certificates.eventId), keepers(200)),
    get(of(999999), keepers(404), "no such event"),
    post(({ certificates }) => of(certificates.eventId), form({}), keepers(400)),
    post(
      ({ certificates }) => of(certificates.eventId),
      form({ intent: "correct", code: UNKNOWN, name: "Mia" }),
      keepers(404),
      "one that there is not",
    ),
  ],
  "routes/certificates/admin/events.$id.certificates[.]pdf": [
    get(({ certificates }) => `${of(certificates.eventId)}.pdf?in=both`, keepers(200)),
    get(`${of(999999)}.pdf`, keepers(404), "no such event"),
  ],
  "routes/certificates/admin/events.$id.certificates_.$code": [
    get(({ certificates: { eventId, ownCode } }) => `${of(eventId)}/${ownCode}`, keepers(200)),
    get(
      ({ certificates, event }) => `${of(event.id)}/${certificates.ownCode}`,
      keepers(404),
      "another event's",
    ),
  ],
  "routes/certificates/admin/events.$id.certificates_.$code_.certificate[.]pdf": [
    get(
      ({ certificates: { eventId, ownCode } }) => `${of(eventId)}/${ownCode}/certificate.pdf`,
      keepers(200),
    ),
    get(
      ({ certificates, event }) => `${of(event.id)}/${certificates.ownCode}/certificate.pdf`,
      keepers(404),
      "another event's",
    ),
  ],
};
