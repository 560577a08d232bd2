import { type Call, everybody, form, get, post } from "./calls.ts";

/** Recommended friends for other programs. */
export const LEAD_API_ACCESS: Record<string, Call[]> = {
  "routes/leads/open/api.v1.leads": [
    get("/api/v1/leads", everybody(405)),
    post("/api/v1/leads", form({}), everybody(401)),
  ],
  "routes/leads/open/api.v1.leads.$id": [
    get("/api/v1/leads/1", everybody(401)),
    post("/api/v1/leads/1", form({}), everybody(405)),
  ],
};
