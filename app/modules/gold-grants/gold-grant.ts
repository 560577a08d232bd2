import { addDays, addMonths, type Day } from "#app/platform/club-time.ts";

/** A grant lasts three years at most: whoever wants longer looks at it again by then. */
const LONGEST_GRANT_MONTHS = 36;
/** How far back a grant may begin, for a member who was promised gold and did not get it. */
const EARLIEST_GRANT_DAYS = 365;

export type GrantRefusal =
  | "grant-end-not-future"
  | "grant-too-long"
  | "grant-start-too-early"
  | "grant-start-in-future";

/** The days a grant is for, both of them within it. */
export type GrantDays = { from: Day; through: Day };

/**
 * Whether gold may be granted for these days. Days before today are for putting right what was promised:
 * orders of those days are judged again.
 */
export function judgeGrant({ from, through }: GrantDays, today: Day): GrantRefusal | null {
  if (from > today) return "grant-start-in-future";
  if (from < addDays(today, -EARLIEST_GRANT_DAYS)) return "grant-start-too-early";
  if (through <= today) return "grant-end-not-future";
  return through > addMonths(today, LONGEST_GRANT_MONTHS) ? "grant-too-long" : null;
}
