import { type Call, form, get, members, post } from "./calls.ts";

/** What owners took: one's own, and nobody else's. */
export const REDEMPTIONS_ACCESS: Record<string, Call[]> = {
  "routes/redemptions/my/redemptions": [get("/my/redemptions", members(200))],
  "routes/redemptions/my/redemptions._index": [get("/my/redemptions", members(200))],
  "routes/redemptions/my/redemptions.$id": [
    get(({ own }) => `/my/redemptions/${own.redemptionId}`, members(200)),
    get(
      ({ others }) => `/my/redemptions/${others.redemptionId}`,
      members(404),
      "another owner's gift",
    ),
    post(
      ({ others }) => `/my/redemptions/${others.redemptionId}`,
      form({ intent: "cancel" }),
      members(404),
      "another owner's gift",
    ),
  ],
  "routes/redemptions/my/redemptions.$id_.receipt": [
    get(({ own }) => `/my/redemptions/${own.redemptionId}/receipt`, members(200)),
    get(
      ({ others }) => `/my/redemptions/${others.redemptionId}/receipt`,
      members(404),
      "the receipt of another owner's gift",
    ),
  ],
};
