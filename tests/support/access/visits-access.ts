import { type Call, deskAndAdmin, form, get, post } from "./calls.ts";

/** Visits to the workshop, recorded at the desk, and voided there. */
export const VISITS_ACCESS: Record<string, Call[]> = {
  "routes/visits/admin/members.$number.visit": [
    get(({ own }) => `/admin/members/${own.number}/visit`, deskAndAdmin(200)),
    get("/admin/members/M99999999/visit", deskAndAdmin(404), "nobody's number"),
    post(({ own }) => `/admin/members/${own.number}/visit`, form({}), deskAndAdmin(400)),
  ],
  "routes/visits/admin/visits.$id.void": [
    get("/admin/visits/2147483647/void", deskAndAdmin(404), "none of that number"),
    post("/admin/visits/2147483647/void", form({}), deskAndAdmin(400)),
    post(
      "/admin/visits/2147483647/void",
      form({ reason: "Recorded for somebody else" }),
      deskAndAdmin(404),
      "none of that number",
    ),
  ],
};
