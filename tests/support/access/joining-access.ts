import { answers, type Call, everybody, form, get, post } from "./calls.ts";

/** Members are led to their card. */
const forStrangers = answers((persona) => (persona === "silver" ? "302 /my" : 200));

/** How a stranger becomes a member. */
export const JOINING_ACCESS: Record<string, Call[]> = {
  "routes/joining/public/join": [{ ...get("/join", everybody(200)), onSite: forStrangers }],
  "routes/joining/public/join._index": [
    get("/join", forStrangers),
    {
      ...post("/join?index", form({}), everybody(400)),
      onSite: answers((persona) => (persona === "silver" ? "302 /my" : 400)),
    },
  ],
  "routes/joining/public/join.code": [
    get("/join/code", everybody("302 /join")),
    { ...post("/join/code", form({}), everybody(400)), onSite: everybody("302 /join") },
  ],
  "routes/joining/public/join.details": [
    get("/join/details", everybody("302 /join")),
    post("/join/details", form({ name: "Nobody" }), everybody("302 /join?late")),
  ],
};
