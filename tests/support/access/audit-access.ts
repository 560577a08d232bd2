import { type Call, get, only } from "./calls.ts";

/** Who did what: for finance and admins. */
export const AUDIT_ACCESS: Record<string, Call[]> = {
  "routes/audit/admin/audit._index": [
    get("/admin/audit?person=1&group=points&from=2026-01-01", only(["finance", "admin"], 200)),
    get("/admin/audit?person=x&group=y&member=z&from=1&before=-1", only(["finance", "admin"], 200)),
  ],
  "routes/audit/admin/audit[.]csv": [get("/admin/audit.csv", only(["finance", "admin"], 200))],
};
