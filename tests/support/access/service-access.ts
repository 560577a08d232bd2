import { type Call, everybody, form, get, post } from "./calls.ts";

/** Orders of the workshop, sent by a program. */
export const SERVICE_ACCESS: Record<string, Call[]> = {
  "routes/service/open/api.v1.service-orders": [
    get("/api/v1/service-orders", everybody(405)),
    post("/api/v1/service-orders", form({}), everybody(401)),
  ],
};
