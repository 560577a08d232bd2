/** How many days before points lapse their owner is reminded (product.md, "Lapse"). */
export const REMINDER_DAYS = [60, 30, 7] as const;
export type ReminderStage = (typeof REMINDER_DAYS)[number];

/**
 * Which reminder is due with so many days left, or null. A stage lasts until the next begins, so that
 * a day on which nothing ran is made up for; each stage is sent once.
 *
 * @param daysLeft from today to the last day on which the points can be spent; 0 is that day.
 */
export function reminderStage(daysLeft: number): ReminderStage | null {
  if (daysLeft < 0) return null;
  return REMINDER_DAYS.findLast((stage) => daysLeft <= stage) ?? null;
}
