import { type Call, everybody, form, get, only, post } from "./calls.ts";

const admin = (outcome: Parameters<typeof only>[1]) => only(["admin"], outcome);

const noPicture: Call["body"] = () => {
  const sent = new FormData();
  sent.set("intent", "set");
  return sent;
};

export const CLUB_ACCESS: Record<string, Call[]> = {
  "routes/staff/admin/staff._index": [get("/admin/staff", admin(200))],
  "routes/staff/admin/staff.new": [
    get("/admin/staff/new", admin(200)),
    post("/admin/staff/new", form({ email: "nobody", name: "" }), admin(400)),
  ],
  "routes/staff/admin/staff.$id": [
    get(({ staffId }) => `/admin/staff/${staffId}`, admin(200), "somebody who works here"),
    get("/admin/staff/1", admin(404), "an owner, whose page is another"),
    get("/admin/staff/99999999999", admin(404), "no number at all"),
    post(({ staffId }) => `/admin/staff/${staffId}`, form({ seen: "sales" }), admin(400)),
    post(
      ({ staffId }) => `/admin/staff/${staffId}`,
      form({ roles: "admin", seen: "desk" }),
      admin(409),
      "with roles that are not theirs",
    ),
    post(
      "/admin/staff/1",
      form({ roles: "admin", seen: "" }),
      admin(404),
      "an owner, who is not made staff this way",
    ),
  ],
  "routes/api/admin/api-keys": [
    get("/admin/api-keys", admin(200)),
    post("/admin/api-keys", form({ name: "" }), admin(400)),
    post(
      "/admin/api-keys",
      form({ intent: "end", client: "99999" }),
      admin("302 /admin/api-keys?ended"),
    ),
  ],
  "routes/club/admin/club._index": [
    get("/admin/club", admin(200)),
    post("/admin/club?index", form({ name: "" }), admin(400)),
  ],
  "routes/club/admin/club.stores": [
    get("/admin/club/stores", admin("302 /admin/club#stores")),
    post(
      "/admin/club/stores",
      form({ intent: "add" }),
      admin("302 /admin/club?refused=store-name"),
    ),
    post(
      "/admin/club/stores",
      form({ id: "99999", open: "on" }),
      admin(404),
      "none of that number",
    ),
  ],
  "routes/club/admin/club.logo": [
    get("/admin/club/logo", admin("302 /admin/club#logo-part")),
    post("/admin/club/logo", noPicture, admin("302 /admin/club?refused=no-picture")),
  ],
  "routes/club/open/logo.$id": [get("/logo/99999", everybody(404), "no picture of the club's")],
};
