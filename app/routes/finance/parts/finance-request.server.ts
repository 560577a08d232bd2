import { loadClub } from "#app/modules/club/load-club.server.ts";
import { type AskedDay, readAskedDay } from "#app/modules/finance/asked-day.ts";
import { type ClubTime, clubTime } from "#app/platform/club-time.ts";
import { readStaffRequest, type StaffRequest } from "#app/routes/shell/staff-request.server.ts";

export type FinanceRequest = StaffRequest & {
  asked: AskedDay;
  /** The club's day. */
  today: string;
  time: ClubTime;
  currency: string;
};

/** What every page and file of finance begins with: who asks, and about which day. */
export async function readFinanceRequest(request: Request): Promise<FinanceRequest> {
  const staff = await readStaffRequest(request, "finance.see");
  const { timeZone, currency } = await loadClub();
  const time = clubTime(timeZone);
  const today = time.dayOf(new Date());
  const asked = readAskedDay(new URL(request.url).searchParams, today);
  return { ...staff, asked, today, time, currency };
}
