import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadGiftReport } from "#app/modules/gift-report/load-gift-report.server.ts";
import { reportMonths } from "#app/modules/gift-report/report-time.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";

/** The report of the months that an address asks for (`?from=2026-01&to=2026-03`). */
export async function reportAskedFor(request: Request) {
  const query = new URL(request.url).searchParams;
  const { timeZone, currency } = await loadClub();
  const today = clubTime(timeZone).dayOf(new Date());
  const months = reportMonths({ from: query.get("from"), to: query.get("to") }, today);
  return { months, currency, report: await loadGiftReport(db(), months) };
}
