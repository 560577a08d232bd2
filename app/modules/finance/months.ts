import { addMonths } from "#app/platform/club-time.ts";

/** A calendar month as `YYYY-MM`. */
export type Month = string;

export const monthAfter = (month: Month, count: number): Month =>
  addMonths(`${month}-01`, count).slice(0, 7);

/** So many months in a row, the last of them given. */
export const monthsThrough = (last: Month, count: number): Month[] =>
  Array.from({ length: count }, (_, index) => monthAfter(last, index + 1 - count));

/** How many months one lies after another; negative where it lies before. */
export function monthsBetween(from: Month, to: Month): number {
  const index = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return index(to) - index(from);
}
