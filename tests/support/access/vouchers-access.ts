import { type Call, form, get, giftServers, post } from "./calls.ts";

/** Vouchers at the desk: whoever serves looks at one by its code, and uses it. */
export const VOUCHERS_ACCESS: Record<string, Call[]> = {
  "routes/vouchers/admin/vouchers": [
    get("/admin/vouchers", giftServers(200)),
    get("/admin/vouchers?code=MQV-0000-0000-0000", giftServers(200), "a code that nobody has"),
    post("/admin/vouchers", form({ intent: "use" }), giftServers(400)),
  ],
};
