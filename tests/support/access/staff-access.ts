import { type Call, form, get, only, post } from "./calls.ts";

/** Who works here: for admins. */
export const STAFF_ACCESS: Record<string, Call[]> = {
  "routes/staff/admin/staff._index": [get("/admin/staff", only(["admin"], 200))],
  "routes/staff/admin/staff.new": [
    get("/admin/staff/new", only(["admin"], 200)),
    post("/admin/staff/new", form({ email: "nobody", name: "" }), only(["admin"], 400)),
  ],
  "routes/staff/admin/staff.$id": [
    get(
      ({ staffId }) => `/admin/staff/${staffId}`,
      only(["admin"], 200),
      "somebody who works here",
    ),
    get("/admin/staff/1", only(["admin"], 404), "an owner, whose page is another"),
    get("/admin/staff/99999999999", only(["admin"], 404), "no number at all"),
    post(({ staffId }) => `/admin/staff/${staffId}`, form({ seen: "sales" }), only(["admin"], 400)),
    post(
      ({ staffId }) => `/admin/staff/${staffId}`,
      form({ roles: "admin", seen: "desk" }),
      only(["admin"], 409),
      "with roles that are not theirs",
    ),
    post(
      "/admin/staff/1",
      form({ roles: "admin", seen: "" }),
      only(["admin"], 404),
      "an owner, who is not made staff this way",
    ),
  ],
};
