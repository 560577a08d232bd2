import { loadClub } from "#app/modules/club/load-club.server.ts";
import { type FigureFilter, readFigureFilter } from "#app/modules/lead-figures/figure-filter.ts";
import { type ClubTime, clubTime } from "#app/platform/club-time.ts";
import { readStaffRequest, type StaffRequest } from "#app/routes/shell/staff-request.server.ts";

export type FiguresRequest = StaffRequest & {
  filter: FigureFilter;
  time: ClubTime;
  currency: string;
};

/** What every page and file of the figures begins with: who asks, and about which leads. */
export async function readFiguresRequest(request: Request): Promise<FiguresRequest> {
  const staff = await readStaffRequest(request, "leads.figures");
  const { timeZone, currency } = await loadClub();
  const time = clubTime(timeZone);
  const { searchParams } = new URL(request.url);
  return {
    ...staff,
    filter: readFigureFilter(searchParams, time.dayOf(new Date())),
    time,
    currency,
  };
}
