/**
 * Which reminder is due with so many days left, or null. A stage lasts until the next begins, so that
 * a day on which nothing ran is made up for; each stage is sent once.
 *
 * @param daysLeft from today to the last day on which the points can be spent; 0 is that day.
 * @param stages the club's rule: how many days before points lapse their owner is reminded, in any order.
 */
export function reminderStage(daysLeft: number, stages: readonly number[]): number | null {
  if (daysLeft < 0) return null;
  const due = stages.filter((stage) => daysLeft <= stage);
  return due.length === 0 ? null : Math.min(...due);
}
