import { type Call, form, get, members, post } from "./calls.ts";

const PAGE = "/my/gold-subscription";

/** Gold that renews by itself: one's own, where the club takes money online. */
export const GOLD_SUBSCRIPTION_ACCESS: Record<string, Call[]> = {
  "routes/gold-subscription/my/gold-subscription": [get(PAGE, members(200))],
  "routes/gold-subscription/my/gold-subscription._index": [
    get(PAGE, members(200)),
    post(`${PAGE}?index`, form({ act: "subscribe" }), members(409), "not online"),
    post(`${PAGE}?index`, form({ act: "manage" }), members(409), "never subscribed"),
    post(`${PAGE}?index`, form({}), members(400)),
  ],
};
