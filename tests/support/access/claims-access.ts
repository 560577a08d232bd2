import { type Call, deskAndAdmin, form, get, members, post } from "./calls.ts";

const aNote: Call["body"] = () => {
  const sent = new FormData();
  sent.set("note", "no day, no number");
  return sent;
};

/** Claims for missing visits: one's own and nobody else's; all of them for whoever answers claims. */
export const CLAIMS_ACCESS: Record<string, Call[]> = {
  "routes/claims/my/claims": [get("/my/claims", members(200))],
  "routes/claims/my/claims._index": [get("/my/claims", members(200))],
  "routes/claims/my/claims.new": [
    get("/my/claims/new", members(200)),
    post("/my/claims/new", aNote, members(400)),
  ],
  "routes/claims/my/claims.$id": [
    get(({ own }) => `/my/claims/${own.claimId}`, members(200)),
    get(({ others }) => `/my/claims/${others.claimId}`, members(404), "another owner's claim"),
    post(
      ({ others }) => `/my/claims/${others.claimId}`,
      form({}),
      members(404),
      "another owner's claim",
    ),
  ],
  "routes/claims/my/claims.$id_.photo": [
    get(({ own }) => `/my/claims/${own.claimId}/photo`, members(200)),
    get(
      ({ others }) => `/my/claims/${others.claimId}/photo`,
      members(404),
      "the photo of another owner's claim",
    ),
  ],
  "routes/claims/admin/claims._index": [get("/admin/claims", deskAndAdmin(200))],
  "routes/claims/admin/claims.$id": [
    get(({ others }) => `/admin/claims/${others.claimId}`, deskAndAdmin(200)),
    get("/admin/claims/999999", deskAndAdmin(404), "none of that number"),
    post(
      ({ others }) => `/admin/claims/${others.claimId}`,
      form({ intent: "refuse", reason: "" }),
      deskAndAdmin(400),
    ),
  ],
  "routes/claims/admin/claims.$id_.photo": [
    get(({ others }) => `/admin/claims/${others.claimId}/photo`, deskAndAdmin(200)),
    get("/admin/claims/999999/photo", deskAndAdmin(404), "none of that number"),
  ],
  "routes/claims/admin/members.$number.claim": [
    get(({ others }) => `/admin/members/${others.number}/claim`, deskAndAdmin(200)),
    get("/admin/members/M99999999/claim", deskAndAdmin(404), "no such member"),
    post(({ others }) => `/admin/members/${others.number}/claim`, aNote, deskAndAdmin(400)),
  ],
};
