import { type Call, form, get, giftReaders, giftServers, post } from "./calls.ts";

/** What members took, at the desk: seen by whoever answers for gifts or money, served by whoever hands out. */
export const REDEMPTIONS_ADMIN_ACCESS: Record<string, Call[]> = {
  "routes/redemptions/admin/redemptions._index": [
    get("/admin/redemptions", giftReaders(200)),
    get("/admin/redemptions?show=ended&store=all", giftReaders(200), "those of another view"),
    post("/admin/redemptions?index", form({}), giftServers(400)),
  ],
  "routes/redemptions/admin/redemptions.pick-list": [
    get("/admin/redemptions/pick-list", giftReaders(200)),
  ],
  "routes/redemptions/admin/redemptions.scan": [
    get(
      "/admin/redemptions/scan?code=MQR-0000-0000-0000",
      giftReaders(200),
      "a code that nobody has",
    ),
  ],
  "routes/redemptions/admin/redemptions.$id": [
    get(({ others }) => `/admin/redemptions/${others.redemptionId}`, giftReaders(200)),
    get("/admin/redemptions/999999", giftReaders(404), "none of that number"),
    post(
      ({ others }) => `/admin/redemptions/${others.redemptionId}`,
      form({ intent: "cancel", reason: "" }),
      giftServers(400),
    ),
  ],
  "routes/redemptions/admin/members.$number.gift": [
    get(({ others }) => `/admin/members/${others.number}/gift`, giftServers(200)),
    get("/admin/members/M99999999/gift", giftServers(404), "no such member"),
    post(
      ({ others }) => `/admin/members/${others.number}/gift`,
      form({ choice: "" }),
      giftServers(400),
    ),
  ],
  "routes/redemptions/admin/members.$number.redemptions": [
    get(({ others }) => `/admin/members/${others.number}/redemptions`, giftReaders(200)),
    get("/admin/members/M99999999/redemptions", giftReaders(404), "no such member"),
    post(({ others }) => `/admin/members/${others.number}/redemptions`, form({}), giftServers(400)),
  ],
};
