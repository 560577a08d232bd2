import { type Call, form, get, giftServers, only, post } from "./calls.ts";

const admins = (outcome: Parameters<typeof only>[1]) => only(["admin"], outcome);

/** Campaigns and what VIP referrers get are admins'; gifts that wait are handed out by whoever serves gifts. */
export const CAMPAIGNS_ACCESS: Record<string, Call[]> = {
  "routes/campaigns/admin/campaigns._index": [get("/admin/campaigns", admins(200))],
  "routes/campaigns/admin/campaigns.new": [
    get("/admin/campaigns/new", admins(200)),
    post("/admin/campaigns/new", form({ firstDay: "soon" }), admins(400)),
  ],
  "routes/campaigns/admin/campaigns.$id": [
    get(({ campaignId }) => `/admin/campaigns/${campaignId}`, admins(200)),
    get("/admin/campaigns/999999", admins(404), "none of that number"),
    post(
      ({ campaignId }) => `/admin/campaigns/${campaignId}`,
      form({ intent: "stop", revision: "999" }),
      admins(409),
    ),
  ],
  "routes/campaigns/admin/campaigns.$id_.edit": [
    get(({ campaignId }) => `/admin/campaigns/${campaignId}/edit`, admins(200)),
    get("/admin/campaigns/999999/edit", admins(404), "none of that number"),
    post(
      ({ campaignId }) => `/admin/campaigns/${campaignId}/edit`,
      form({ revision: "1", capTotal: "none" }),
      admins(400),
    ),
  ],
  "routes/campaigns/admin/campaigns.vip": [
    get("/admin/campaigns/vip", admins(200)),
    post("/admin/campaigns/vip", form({ seen: "soon" }), admins(400)),
  ],
  "routes/campaigns/admin/campaigns.gifts": [
    get("/admin/campaigns/gifts", giftServers(200)),
    post("/admin/campaigns/gifts", form({ awardId: "999999" }), giftServers(409)),
  ],
};
