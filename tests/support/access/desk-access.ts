import { type Call, deskAndAdmin, form, get, only, post } from "./calls.ts";

const admin = (outcome: Parameters<typeof only>[1]) => only(["admin"], outcome);

export const DESK_ACCESS: Record<string, Call[]> = {
  "routes/members/admin/members._index": [
    get("/admin/members?tier=gold&sort=name", admin(200)),
    post("/admin/members?index", form({ intent: "save", name: "" }), admin(400)),
    post(
      "/admin/members?index&tier=gold",
      form({ intent: "delete", id: "999999" }),
      admin("302 /admin/members?tier=gold"),
      "nobody's filter",
    ),
    post(
      "/admin/members?index",
      form({ intent: "rename", id: "999999", name: "Mine" }),
      admin(409),
      "a filter that is not one's own",
    ),
  ],
  "routes/members/admin/members[.]csv": [get("/admin/members.csv?tier=gold", admin(200))],
  "routes/members/admin/members.$number_.contact": [
    get(({ own }) => `/admin/members/${own.number}/contact`, deskAndAdmin(200)),
    get("/admin/members/M99999999/contact", deskAndAdmin(404), "nobody's number"),
    post(({ own }) => `/admin/members/${own.number}/contact`, form({}), deskAndAdmin(400)),
  ],
  "routes/service/admin/members.$number.visit": [
    get(({ own }) => `/admin/members/${own.number}/visit`, deskAndAdmin(200)),
    get("/admin/members/M99999999/visit", deskAndAdmin(404), "nobody's number"),
    post(({ own }) => `/admin/members/${own.number}/visit`, form({}), deskAndAdmin(400)),
  ],
};
