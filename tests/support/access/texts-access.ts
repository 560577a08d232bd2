import { type Call, everybody, form, get, members, only, post } from "./calls.ts";

/** The club's texts: read by everybody, agreed to by members, written by admins. */
export const TEXTS_ACCESS: Record<string, Call[]> = {
  "routes/texts/public/about.$text": [
    get("/about/rules", everybody(200)),
    get("/about/contact", everybody(200)),
    get("/about/privacy?version=1", everybody(200)),
    get("/about/privacy?version=7", everybody(404), "a version that there is not"),
    get("/about/secrets", everybody(404), "a text that there is not"),
  ],
  "routes/texts/my/rules": [
    get("/my/rules", members(200)),
    post("/my/rules", form({}), members(400)),
    post(
      "/my/rules",
      form({ version: "1", to: "//elsewhere.test" }),
      members("302 /my"),
      "led elsewhere",
    ),
  ],
  "routes/texts/admin/texts._index": [get("/admin/texts", only(["admin"], 200))],
  "routes/texts/admin/texts.$text": [
    get("/admin/texts/rules", only(["admin"], 200)),
    get("/admin/texts/secrets", only(["admin"], 404), "a text that there is not"),
    post("/admin/texts/rules", form({}), only(["admin"], 400)),
  ],
};
