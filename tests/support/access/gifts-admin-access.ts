import { type Call, everybody, form, get, only, post } from "./calls.ts";

const keepers = (outcome: Parameters<typeof only>[1]) => only(["gifts", "admin"], outcome);

const noPhoto: Call["body"] = () => {
  const sent = new FormData();
  sent.set("intent", "add");
  return sent;
};
const noFile: Call["body"] = () => {
  const sent = new FormData();
  sent.set("dryRun", "on");
  return sent;
};

/** The catalogue, for whoever keeps the gifts; the photos in it, for everybody. */
export const GIFTS_ADMIN_ACCESS: Record<string, Call[]> = {
  "routes/gifts/admin/gifts._index": [
    get("/admin/gifts", keepers(200)),
    post("/admin/gifts?index", form({ gift: "0", move: "up" }), keepers(400)),
    post(
      "/admin/gifts?index",
      form({ gift: "999999", move: "up" }),
      keepers(404),
      "none of that number",
    ),
  ],
  "routes/gifts/admin/gifts.new": [
    get("/admin/gifts/new", keepers(200)),
    post("/admin/gifts/new", form({ titleEn: "" }), keepers(400)),
  ],
  "routes/gifts/admin/gifts.$id": [
    get(({ gift }) => `/admin/gifts/${gift.id}`, keepers(200)),
    get("/admin/gifts/999999", keepers(404), "none of that number"),
    post(({ gift }) => `/admin/gifts/${gift.id}`, form({ titleEn: "" }), keepers(400)),
  ],
  "routes/gifts/admin/gifts.$id_.preview": [
    get(({ gift }) => `/admin/gifts/${gift.id}/preview`, keepers(200)),
    get("/admin/gifts/999999/preview", keepers(404), "none of that number"),
  ],
  "routes/gifts/admin/gifts.$id_.sizes": [
    get("/admin/gifts/999999/sizes", only(["gifts", "admin"], "302 /admin/gifts/999999#sizes")),
    post(
      "/admin/gifts/999999/sizes",
      form({ intent: "add" }),
      keepers("302 /admin/gifts/999999?refused=variant#sizes"),
    ),
  ],
  "routes/gifts/admin/gifts.$id_.photos": [
    get("/admin/gifts/999999/photos", keepers("302 /admin/gifts/999999#photos")),
    post(
      "/admin/gifts/999999/photos",
      noPhoto,
      keepers("302 /admin/gifts/999999?refused=no-picture#photos"),
    ),
  ],
  "routes/gifts/admin/gifts[.]csv": [get("/admin/gifts.csv", keepers(200))],
  "routes/gifts/admin/gifts.import": [
    get("/admin/gifts/import", keepers(200)),
    post("/admin/gifts/import", noFile, keepers(400)),
  ],
  "routes/gifts/open/gifts.photos.$id": [
    get("/gifts/photos/999999", everybody(404), "no photo of a gift"),
  ],
};
