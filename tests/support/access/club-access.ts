import { type Call, everybody, form, get, only, post } from "./calls.ts";

const noPicture: Call["body"] = () => {
  const sent = new FormData();
  sent.set("intent", "set");
  return sent;
};

/** The club's settings, for admins; its logo, for everybody. */
export const CLUB_ACCESS: Record<string, Call[]> = {
  "routes/club/admin/club._index": [
    get("/admin/club", only(["admin"], 200)),
    post("/admin/club?index", form({ name: "" }), only(["admin"], 400)),
  ],
  "routes/club/admin/club.stores": [
    get("/admin/club/stores", only(["admin"], "302 /admin/club#stores")),
    post(
      "/admin/club/stores",
      form({ intent: "add" }),
      only(["admin"], "302 /admin/club?refused=store-name"),
    ),
    post(
      "/admin/club/stores",
      form({ id: "99999", open: "on" }),
      only(["admin"], 404),
      "none of that number",
    ),
  ],
  "routes/club/admin/club.logo": [
    get("/admin/club/logo", only(["admin"], "302 /admin/club#logo-part")),
    post("/admin/club/logo", noPicture, only(["admin"], "302 /admin/club?refused=no-picture")),
  ],
  "routes/club/open/logo.$id": [get("/logo/99999", everybody(404), "no picture of the club's")],
};
