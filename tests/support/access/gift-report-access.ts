import { type Call, get, only } from "./calls.ts";

const readers = only(["gifts", "finance", "admin"], 200);

/** What was taken, by gift, store and month. */
export const GIFT_REPORT_ACCESS: Record<string, Call[]> = {
  "routes/gift-report/admin/gifts.report": [
    get("/admin/gifts/report", readers),
    get("/admin/gifts/report?from=2026-13&to=never", readers, "months that there are not"),
  ],
  "routes/gift-report/admin/gifts.report[.]csv": [get("/admin/gifts/report.csv", readers)],
};
