import { type Call, form, get, only, post } from "./calls.ts";

/** The club's rules: read by finance and admins, changed by admins. */
export const RULES_ACCESS: Record<string, Call[]> = {
  "routes/rules/admin/rules._index": [
    get("/admin/rules", only(["finance", "admin"], 200)),
    post("/admin/rules?index", form({}), only(["admin"], 400)),
    post(
      "/admin/rules?index",
      form({ version: "2147483647", reason: "no such version" }),
      only(["admin"], 404),
      "a version that there is not",
    ),
    post(
      "/admin/rules?index",
      form({ version: "1", reason: "it has begun long ago" }),
      only(["admin"], /^(404|409)$/),
      "the version that holds",
    ),
  ],
  "routes/rules/admin/rules.new": [
    get("/admin/rules/new", only(["admin"], 200)),
    post("/admin/rules/new", form({ intent: "save" }), only(["admin"], 400)),
  ],
};
