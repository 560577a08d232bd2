/** What a party is told by itself: a week, a day and two hours before. */
export type ReminderKind = "week" | "day" | "hours";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * How long before the beginning each goes out, and until when it still makes sense: a server that was away does
 * not say "in a week" two days before.
 */
const REMINDERS: readonly { kind: ReminderKind; from: number; until: number; anyHour: boolean }[] =
  [
    { kind: "hours", from: 2 * HOUR, until: HOUR / 2, anyHour: true },
    { kind: "day", from: DAY, until: 4 * HOUR, anyHour: false },
    { kind: "week", from: 7 * DAY, until: 2 * DAY, anyHour: false },
  ];

/** How long before it begins an event is looked at. */
export const REMIND_WITHIN_MS = 7 * DAY;

/**
 * Which reminder of an event is due, if any.
 *
 * @param isLetterHour whether it is a time of day at which a letter that can wait may arrive.
 */
export function dueReminder(startsAt: Date, now: Date, isLetterHour: boolean): ReminderKind | null {
  const before = startsAt.getTime() - now.getTime();
  const due = REMINDERS.find(({ from, until }) => until < before && before <= from);
  return due && (due.anyHour || isLetterHour) ? due.kind : null;
}

/**
 * Who is told: those who were there a day before the reminder's moment. Whoever registered since has just read it
 * all; only two hours before everybody is told.
 */
export function toldIfThereBy(kind: ReminderKind, startsAt: Date): Date {
  const from = REMINDERS.find((each) => each.kind === kind)?.from ?? 0;
  return new Date(startsAt.getTime() - from - (kind === "hours" ? 0 : DAY));
}
