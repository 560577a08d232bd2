import { type Call, form, get, only, post } from "./calls.ts";

/** Gold given by hand. */
export const GOLD_GRANTS_ACCESS: Record<string, Call[]> = {
  "routes/gold-grants/admin/members.$number.gold": [
    get(({ own }) => `/admin/members/${own.number}/gold`, only(["admin"], 200)),
    get("/admin/members/M99999999/gold", only(["admin"], 404), "nobody's number"),
    post(({ own }) => `/admin/members/${own.number}/gold`, form({}), only(["admin"], 400)),
    post(
      ({ own }) => `/admin/members/${own.number}/gold`,
      form({ intent: "withdraw", period: "2147483647", withdrawReason: "no such grant" }),
      only(["admin"], 404),
      "a grant that this member does not have",
    ),
  ],
};
