import { type Call, everybody, form, get, post } from "./calls.ts";

/** Gifts for other programs: they come with keys, so whoever is signed in in a browser is a stranger there. */
export const GIFT_API_ACCESS: Record<string, Call[]> = {
  "routes/gifts/open/api.v1.gifts": [
    get("/api/v1/gifts", everybody(401)),
    post("/api/v1/gifts", form({}), everybody(405)),
  ],
  "routes/redemptions/open/api.v1.members.$number.redemptions": [
    get(({ own }) => `/api/v1/members/${own.number}/redemptions`, everybody(401), "one's own"),
    get(
      ({ others }) => `/api/v1/members/${others.number}/redemptions`,
      everybody(401),
      "another's",
    ),
    post(({ own }) => `/api/v1/members/${own.number}/redemptions`, form({}), everybody(401)),
  ],
  "routes/redemptions/open/api.v1.redemptions.$id": [
    get("/api/v1/redemptions/1", everybody(401)),
    post("/api/v1/redemptions/1", form({}), everybody(405)),
  ],
  "routes/redemptions/open/api.v1.redemptions.$id.cancel": [
    get("/api/v1/redemptions/1/cancel", everybody(405)),
    post("/api/v1/redemptions/1/cancel", form({}), everybody(401)),
  ],
};
