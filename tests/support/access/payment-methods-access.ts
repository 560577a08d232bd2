import { type Call, form, get, only, post } from "./calls.ts";

/** Which ways of paying the club takes, for admins. */
export const PAYMENT_METHODS_ACCESS: Record<string, Call[]> = {
  "routes/payment-methods/admin/club.payment-methods": [
    get("/admin/club/payment-methods", only(["admin"], 200)),
    post("/admin/club/payment-methods", form({}), only(["admin"], 400)),
  ],
};
