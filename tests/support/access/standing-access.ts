import { type Call, get, members } from "./calls.ts";

/** An owner's tier. */
export const STANDING_ACCESS: Record<string, Call[]> = {
  "routes/standing/my/tier": [get("/my/tier", members(200))],
  "routes/standing/my/tier._index": [get("/my/tier", members(200))],
};
