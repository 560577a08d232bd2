import { type Call, deskAndAdmin, form, get, post } from "./calls.ts";

export const DESK_ACCESS: Record<string, Call[]> = {
  "routes/admin.members.$number_.visit": [
    get(({ own }) => `/admin/members/${own.number}/visit`, deskAndAdmin(200)),
    get("/admin/members/M99999999/visit", deskAndAdmin(404), "nobody's number"),
    post(({ own }) => `/admin/members/${own.number}/visit`, form({}), deskAndAdmin(400)),
  ],
};
