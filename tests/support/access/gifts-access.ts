import { type Call, everybody, form, get, members, post } from "./calls.ts";

/** The catalogue: as owners see it, and as everybody does. */
export const GIFTS_ACCESS: Record<string, Call[]> = {
  "routes/gifts/my/gifts": [get("/my/gifts", members(200))],
  "routes/gifts/my/gifts._index": [get("/my/gifts", members(200))],
  "routes/gifts/my/gifts.$id": [
    get(({ gift }) => `/my/gifts/${gift.id}`, members(200)),
    get("/my/gifts/999999", members(404), "no such gift"),
    post(({ gift }) => `/my/gifts/${gift.id}`, form({ intent: "take" }), members(400)),
    post("/my/gifts/999999", form({ intent: "pin" }), members(404), "no such gift"),
  ],
  "routes/gifts/public/gifts": [get("/gifts", everybody(200))],
  "routes/gifts/public/gifts._index": [get("/gifts", everybody(200))],
  "routes/gifts/public/gifts.$sku": [
    get(({ gift }) => `/gifts/${gift.sku}`, everybody(200)),
    get("/gifts/NONE", everybody(404), "no such gift"),
  ],
};
