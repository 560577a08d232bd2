import { addDays, type ClubTime } from "#app/platform/club-time.ts";

const HOUR = 3_600_000;

/** Who came is asked from two hours after the end, when they are home again. */
const ASKED_AFTER_MS = 2 * HOUR;
/** Phones of a gate send what they marked up to four days later; those who came by them are asked as well. */
const ASKED_WITHIN_MS = 7 * 24 * HOUR;

/** Between which instants an event has ended about which who came is asked at `now`; the first one is not among them. */
export const endedBetween = (now: Date): { after: Date; upTo: Date } => ({
  after: new Date(now.getTime() - ASKED_WITHIN_MS),
  upTo: new Date(now.getTime() - ASKED_AFTER_MS),
});

/** The first instant at which nothing is taken any more: the end of a day of the club, so many after the event's last. */
export const closingOf = (endsAt: Date, openDays: number, time: ClubTime): Date =>
  time.endOfDay(addDays(time.dayOf(endsAt), openDays));
