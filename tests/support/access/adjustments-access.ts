import { type Call, form, get, only, post } from "./calls.ts";

const askers = ["desk", "finance", "admin"] as const;

/** Points put right by hand, and who approves it. */
export const ADJUSTMENTS_ACCESS: Record<string, Call[]> = {
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
