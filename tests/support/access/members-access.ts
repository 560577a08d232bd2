import { type Call, deskAndAdmin, form, get, only, post, staff } from "./calls.ts";

/** The members, found and looked at by staff; the list and the contacts of fewer. */
export const MEMBERS_ACCESS: Record<string, Call[]> = {
  "routes/members/admin/members._index": [
    get("/admin/members?tier=gold&sort=name", only(["admin"], 200)),
    post("/admin/members?index", form({ intent: "save", name: "" }), only(["admin"], 400)),
    post(
      "/admin/members?index&tier=gold",
      form({ intent: "delete", id: "999999" }),
      only(["admin"], "302 /admin/members?tier=gold"),
      "nobody's filter",
    ),
    post(
      "/admin/members?index",
      form({ intent: "rename", id: "999999", name: "Mine" }),
      only(["admin"], 409),
      "a filter that is not one's own",
    ),
  ],
  "routes/members/admin/members[.]csv": [get("/admin/members.csv?tier=gold", only(["admin"], 200))],
  "routes/members/admin/members.$number_.contact": [
    get(({ own }) => `/admin/members/${own.number}/contact`, deskAndAdmin(200)),
    get("/admin/members/M99999999/contact", deskAndAdmin(404), "nobody's number"),
    post(({ own }) => `/admin/members/${own.number}/contact`, form({}), deskAndAdmin(400)),
  ],
  "routes/members/admin/search": [
    get("/admin/search?q=Person", staff(200)),
    get(
      ({ own }) => `/admin/search?q=${own.number}`,
      staff(/^(200|302 \/admin\/members\/M\d{8})$/),
    ),
  ],
  "routes/members/admin/members.$number": [
    get(({ own }) => `/admin/members/${own.number}`, staff(200)),
    get("/admin/members/M99999999", staff(404), "nobody's number"),
    post(({ own }) => `/admin/members/${own.number}`, form({ show: "phone" }), staff(200)),
    post(({ own }) => `/admin/members/${own.number}`, form({ show: "all" }), staff(400)),
  ],
  "routes/members/admin/members.$number_.entries.$entryId": [
    get(
      ({ own }) => `/admin/members/${own.number}/entries/${own.entryId}`,
      only(
        ["desk", "finance", "admin"],
        /^302 \/admin\/members\/M\d{8}\?before=2&entry=\d+#entry-\d+$/,
      ),
    ),
    get(
      ({ own, others }) => `/admin/members/${own.number}/entries/${others.entryId}`,
      only(["desk", "finance", "admin"], 404),
      "another member's entry under this one's number",
    ),
  ],
};
