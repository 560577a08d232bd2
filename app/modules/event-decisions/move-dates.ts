import type { EventIssues } from "#app/modules/events/event-issues.ts";
import {
  type DatesBefore,
  datesOf,
  dependentMoments,
  type TypedEvent,
} from "#app/modules/events/typed-event.ts";

/** What a date is called that does not go with the event's beginning any more. */
const MISPLACED = ["closesLate", "opensLate", "freeLate", "momentOrder", "outside"];

/** The dates of a form that lie after its beginning, or outside of the event, by the names of their fields. */
export const misplacedDates = (issues: EventIssues): string[] =>
  Object.entries(issues).flatMap(([field, issue]) => (MISPLACED.includes(issue) ? [field] : []));

/**
 * The form of an event with the dates that depend on its beginning moved as far as that was moved: those that nobody has
 * typed anew. Texts of the club's clock are moved as such, so that what was at noon stays at noon where the clock
 * changes between.
 *
 * @param before the dates as they were while the event began when it did, or those of the event that it is a copy of.
 * @param isOpen registering has opened: that is no date to come, and stays.
 * @returns null where nothing moves.
 */
export function moveDates(
  typed: TypedEvent,
  before: DatesBefore,
  isOpen: boolean,
): TypedEvent | null {
  const [from, to] = [minutesOf(before.startsAt), minutesOf(typed.startsAt)];
  if (from === null || to === null || (from === to && !before.fills)) return null;
  const move = (now: string, was = ""): string => {
    const minutes = minutesOf(was);
    const follows = now === was || (before.fills && now.trim() === "");
    return follows && minutes !== null ? textOf(minutes + to - from) : now;
  };
  const moments = dependentMoments.filter((field) => field !== "opensAt" || !isOpen);
  const moved: TypedEvent = {
    ...typed,
    ...Object.fromEntries(moments.map((field) => [field, move(typed[field], before[field])])),
    sessions: typed.sessions.map((session) => {
      const was = before.sessions.find(({ key }) => key === session.key);
      return {
        ...session,
        startsAt: move(session.startsAt, was?.startsAt),
        endsAt: move(session.endsAt, was?.endsAt),
      };
    }),
  };
  return JSON.stringify(moved) === JSON.stringify(typed) ? null : moved;
}

/**
 * The dates of a draft that go with a beginning, once it was typed on: those before as long as something of them could
 * still be moved, then those of the form.
 */
export function datesToKeep(before: DatesBefore | null, typed: TypedEvent): DatesBefore | null {
  if (minutesOf(typed.startsAt) === null) return before;
  const isBehind = before !== null && moveDates(typed, before, false) !== null;
  return isBehind ? before : { ...datesOf(typed), fills: false };
}

const MINUTE_MS = 60_000;

/** On a clock that never changes; null of what is no moment to the minute. */
function minutesOf(text: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})$/.exec(text.trim());
  const at = match ? Date.parse(`${match[1]}T${match[2]}Z`) : Number.NaN;
  return Number.isNaN(at) ? null : at / MINUTE_MS;
}

const textOf = (minutes: number): string =>
  new Date(minutes * MINUTE_MS).toISOString().slice(0, 16);
