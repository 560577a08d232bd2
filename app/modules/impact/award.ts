/**
 * The points for a count: so many for each, and of a part of one the part of them that is whole.
 *
 * @param tenths what was counted, in tenths.
 * @param most what one person may give alone (`adjustments.approvalAbove`): counts are typed by one person, and nobody
 *   makes more points alone for one family. What is above is not given.
 */
export function awardFor(
  tenths: number,
  pointsPerUnit: number,
  most: number,
): { points: number; notGiven: number } {
  const due = Math.floor((tenths * pointsPerUnit) / 10);
  const points = Math.min(due, most);
  return { points, notGiven: due - points };
}
