import {
  isWorkingDay,
  MOST_DAYS,
  type WorkingWeek,
} from "#app/modules/working-hours/working-week.ts";
import { addDays, type Day } from "#app/platform/club-time.ts";

/** Days after delivery on which a friend is asked how they fare with the car (product.md, "Referrals"). */
export const FOLLOW_UP_DAYS = [3, 30, 90] as const;
export type FollowUpDay = (typeof FOLLOW_UP_DAYS)[number];

/** On which day the call is made: so many days after delivery, or on the next day on which somebody works. */
export function followUpOn(deliveredOn: Day, day: FollowUpDay, week: WorkingWeek): Day {
  let on = addDays(deliveredOn, day);
  for (let step = 0; step < MOST_DAYS && !isWorkingDay(on, week); step++) on = addDays(on, 1);
  return on;
}

export type FollowUp = {
  day: FollowUpDay;
  on: Day;
  /** `due` from its day on, `late` from the day after. */
  state: "to-come" | "due" | "late" | "done";
};

/** The calls after a delivery, in their order. */
export function followUpsOf(
  deliveredOn: Day,
  done: readonly number[],
  today: Day,
  week: WorkingWeek,
): FollowUp[] {
  return FOLLOW_UP_DAYS.map((day) => {
    const on = followUpOn(deliveredOn, day, week);
    if (done.includes(day)) return { day, on, state: "done" };
    return { day, on, state: on > today ? "to-come" : on === today ? "due" : "late" };
  });
}
