import type { Balance } from "#app/modules/ledger/entry.ts";
import { lastGoldDay } from "#app/modules/standing/tier.ts";
import type { TierStatus } from "#app/modules/standing/tier-status.ts";
import { addDays, type ClubTime, type Day } from "#app/platform/club-time.ts";
import type { MemberFilter } from "./member-filter.ts";

/** What the clock decides of a member. */
export type ClockFacts = { standing: TierStatus["standing"]; balance: Balance };

/** Whether a filter asks for something that only the clock decides, so that candidates have to be looked at. */
export const asksTheClock = ({ tier, goldEnds, debt, lapsing }: MemberFilter): boolean =>
  tier !== null || goldEnds !== null || debt !== null || lapsing !== null;

/** Whether a candidate is what the filter asks for, by the clock. */
export function matches(
  { tier, goldEnds, debt, lapsing }: MemberFilter,
  { standing, balance }: ClockFacts,
  { time, today }: { time: ClubTime; today: Day },
): boolean {
  if (tier !== null && standing.tier !== tier) return false;
  if (goldEnds !== null) {
    if (standing.tier !== "gold" || lastGoldDay(standing) > addDays(today, goldEnds)) return false;
  }
  if (debt !== null && balance.debt <= 0) return false;
  if (lapsing === null) return true;
  const { nextLapseAt } = balance;
  return nextLapseAt !== null && nextLapseAt <= time.endOfDay(addDays(today, lapsing));
}
