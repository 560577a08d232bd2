import { type Call, get, staff } from "./calls.ts";

/** Where staff begin. */
export const TODAY_ACCESS: Record<string, Call[]> = {
  "routes/today/admin/_index": [get("/admin", staff(200))],
};
