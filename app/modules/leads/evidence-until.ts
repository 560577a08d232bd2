import { addDays, type ClubTime } from "#app/platform/club-time.ts";

/** Until when what speaks for a look by a person is kept: to the end of the day so many days on. */
export const evidenceUntil = (from: Date, days: number, time: ClubTime): Date =>
  time.endOfDay(addDays(time.dayOf(from), days));
