import {
  aFile,
  type Call,
  deskAndAdmin,
  everybody,
  form,
  get,
  members,
  only,
  onTheWayIn,
  post,
  staff,
} from "./calls.ts";

/** The pages everybody begins with: the door, the owner's own pages, the staff's, and the API. */
export const SITE_ACCESS: Record<string, Call[]> = {
  root: [get("/", everybody(200))],
  "routes/shell/open/preferences": [
    post("/preferences", form({ back: "/", theme: "dark" }), everybody("302 /")),
  ],

  "routes/shell/_public": [get("/", everybody(200))],
  "routes/home/public/_index": [get("/", everybody(200))],
  "routes/shell/public/$": [get("/nowhere/at/all", everybody(404))],
  "routes/auth/public/sign-in": [
    get("/sign-in", onTheWayIn(200)),
    { ...post("/sign-in", form({}), everybody(400)), onSite: onTheWayIn(400) },
  ],
  "routes/auth/public/sign-in_.code": [
    get("/sign-in/code", everybody("302 /sign-in")),
    { ...post("/sign-in/code", form({}), everybody(400)), onSite: everybody("302 /sign-in") },
  ],
  "routes/auth/public/password": [
    get("/password", everybody(200)),
    post("/password", form({}), everybody(400)),
  ],
  "routes/auth/public/password_.new": [
    get("/password/new", everybody("302 /password")),
    { ...post("/password/new", form({}), everybody(400)), onSite: everybody("302 /password") },
  ],
  "routes/auth/open/sign-out": [
    get("/sign-out", everybody("302 /")),
    post("/sign-out", form({}), everybody("302 /")),
  ],
  // Outside of the demo there is no such page.
  "routes/letters/open/demo.mailbox": [get("/demo/mailbox", everybody(404))],

  // Programs come with keys; whoever is signed in in a browser is a stranger there.
  "routes/api/open/api.$": [
    get("/api/v1/nothing", everybody(404)),
    post("/api/v1/nothing", form({}), everybody(404)),
  ],
  "routes/api/open/api.v1.openapi[.]json": [
    get("/api/v1/openapi.json", everybody(200)),
    post("/api/v1/openapi.json", form({}), everybody(405)),
  ],
  "routes/points/open/api.v1.members.$number.balance": [
    get(({ own }) => `/api/v1/members/${own.number}/balance`, everybody(401), "one's own"),
    get(({ others }) => `/api/v1/members/${others.number}/balance`, everybody(401), "another's"),
    post(({ own }) => `/api/v1/members/${own.number}/balance`, form({}), everybody(405)),
  ],
  "routes/service/open/api.v1.service-orders": [
    get("/api/v1/service-orders", everybody(405)),
    post("/api/v1/service-orders", form({}), everybody(401)),
  ],

  "routes/shell/my": [get("/my", members(200))],
  "routes/home/my/_index": [get("/my", members(200))],
  "routes/home/my/card": [get("/my/card", members(200))],
  "routes/home/my/card[.]svg": [get("/my/card.svg", members(200))],
  "routes/points/my/points": [get("/my/points", members(200))],
  "routes/points/my/points._index": [get("/my/points", members(200))],
  "routes/points/my/points.on": [get("/my/points/on?day=2026-01-31", members(200))],
  "routes/points/my/points[.]csv": [get("/my/points.csv", members(200))],
  "routes/points/my/points.$entryId": [
    get(({ own }) => `/my/points/${own.entryId}`, members(200), "one's own entry"),
    get(({ others }) => `/my/points/${others.entryId}`, members(404), "another's entry"),
  ],
  "routes/standing/my/tier": [get("/my/tier", members(200))],
  "routes/standing/my/tier._index": [get("/my/tier", members(200))],

  "routes/shell/admin": [get("/admin", staff(200))],
  "routes/today/admin/_index": [get("/admin", staff(200))],
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
  "routes/imports/admin/imports._index": [
    get("/admin/imports", deskAndAdmin(200)),
    post("/admin/imports?index", aFile, deskAndAdmin(/^302 \/admin\/imports\/\d+$/)),
    post("/admin/imports?index", form({ kind: "members" }), deskAndAdmin(400), "not a file"),
  ],
  "routes/imports/admin/imports.$id": [
    get(({ importId }) => `/admin/imports/${importId}`, deskAndAdmin(200)),
    get("/admin/imports/999999", deskAndAdmin(404), "none of that number"),
  ],
  "routes/imports/admin/imports.$id_.report[.]csv": [
    get(({ importId }) => `/admin/imports/${importId}/report.csv`, deskAndAdmin(200)),
    get("/admin/imports/999999/report.csv", deskAndAdmin(404), "none of that number"),
  ],
};
