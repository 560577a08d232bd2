import { type Call, form, get, only, post } from "./calls.ts";

const admin = ["admin"] as const;
const askers = ["desk", "finance", "admin"] as const;

/** Rules, gold by hand, adjustments with their approvals, and the audit log. */
export const RULES_ACCESS: Record<string, Call[]> = {
  "routes/audit/admin/audit._index": [
    get("/admin/audit?person=1&group=points&from=2026-01-01", only(["finance", "admin"], 200)),
    get("/admin/audit?person=x&group=y&member=z&from=1&before=-1", only(["finance", "admin"], 200)),
  ],
  "routes/audit/admin/audit[.]csv": [get("/admin/audit.csv", only(["finance", "admin"], 200))],
  "routes/rules/admin/rules._index": [
    get("/admin/rules", only(["finance", "admin"], 200)),
    post("/admin/rules?index", form({}), only(admin, 400)),
    post(
      "/admin/rules?index",
      form({ version: "2147483647", reason: "no such version" }),
      only(admin, 404),
      "a version that there is not",
    ),
    post(
      "/admin/rules?index",
      form({ version: "1", reason: "it has begun long ago" }),
      only(admin, /^(404|409)$/),
      "the version that holds",
    ),
  ],
  "routes/rules/admin/rules.new": [
    get("/admin/rules/new", only(admin, 200)),
    post("/admin/rules/new", form({ intent: "save" }), only(admin, 400)),
  ],
  "routes/gold-grants/admin/members.$number.gold": [
    get(({ own }) => `/admin/members/${own.number}/gold`, only(admin, 200)),
    get("/admin/members/M99999999/gold", only(admin, 404), "nobody's number"),
    post(({ own }) => `/admin/members/${own.number}/gold`, form({}), only(admin, 400)),
    post(
      ({ own }) => `/admin/members/${own.number}/gold`,
      form({ intent: "withdraw", period: "2147483647", withdrawReason: "no such grant" }),
      only(admin, 404),
      "a grant that this member does not have",
    ),
  ],
  "routes/adjustments/admin/members.$number.adjust": [
    get(({ own }) => `/admin/members/${own.number}/adjust`, only(askers, 200)),
    get("/admin/members/M99999999/adjust", only(askers, 404), "nobody's number"),
    post(({ own }) => `/admin/members/${own.number}/adjust`, form({}), only(askers, 400)),
  ],
  "routes/adjustments/admin/approvals": [
    get("/admin/approvals", only(askers, 200)),
    post("/admin/approvals", form({}), only(["finance"], 400), "an answer"),
    post(
      "/admin/approvals",
      form({ request: "2147483647", intent: "approve" }),
      only(["finance"], 404),
      "an answer to what nobody asked",
    ),
    post(
      "/admin/approvals",
      form({ request: "2147483647", intent: "withdraw" }),
      only(askers, 409),
      "a withdrawal of what one did not ask for",
    ),
  ],
};
