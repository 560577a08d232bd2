/** Days of each month in a year that has a 29 February: the year itself is never asked for. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The day of a birthday, without the year, which the club does not need. */
export type Birthday = { month: number; day: number };

/** Whether a month has such a day in some year: 29 February is a birthday, 31 April is none. */
export function isBirthday({ month, day }: Birthday): boolean {
  const days = Number.isInteger(month) ? DAYS[month - 1] : undefined;
  return days !== undefined && Number.isInteger(day) && day >= 1 && day <= days;
}
