import { type Call, everybody, get, members } from "./calls.ts";

/** The door, and an owner's first page with their card. */
export const HOME_ACCESS: Record<string, Call[]> = {
  "routes/home/public/_index": [get("/", everybody(200))],
  "routes/home/my/_index": [get("/my", members(200))],
  "routes/home/my/card": [get("/my/card", members(200))],
  "routes/home/my/card[.]svg": [get("/my/card.svg", members(200))],
};
