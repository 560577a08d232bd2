import type { EventReader } from "./event-issues.ts";
import { type EventBracket, type EventLimit, type EventSession, limitUnits } from "./plan.ts";
import type { TypedEvent } from "./typed-event.ts";

const NAME_AT_MOST = 60;
const MOST_PLACES = 100_000;

/** The parts a party chooses from; each lies within the event. */
export function readSessions(
  read: EventReader,
  typed: TypedEvent,
  event: { startsAt: Date; endsAt: Date },
): EventSession[] {
  return typed.sessions.map((row, index) => {
    const path = `sessions.${index}.`;
    const name = read.both("name", row, { path, most: NAME_AT_MOST, needed: true });
    const startsAt = read.moment(`${path}startsAt`, row.startsAt, "from") ?? event.startsAt;
    const endsAt = read.moment(`${path}endsAt`, row.endsAt, "until") ?? event.endsAt;
    if (startsAt >= endsAt) read.wrong(`${path}endsAt`, "momentOrder");
    if (startsAt < event.startsAt) read.wrong(`${path}startsAt`, "outside");
    if (endsAt > event.endsAt) read.wrong(`${path}endsAt`, "outside");
    return { key: row.key, name, startsAt, endsAt };
  });
}

/** Groups of children by age; a child is in one at most. */
export function readBrackets(read: EventReader, typed: TypedEvent): EventBracket[] {
  const brackets = typed.brackets.map((row, index) => {
    const path = `brackets.${index}.`;
    const name = read.both("name", row, { path, most: NAME_AT_MOST, needed: true });
    const ageFrom = read.number(`${path}ageFrom`, row.ageFrom, 0, 17);
    const ageTo = read.number(`${path}ageTo`, row.ageTo, 0, 17);
    if (ageFrom > ageTo) read.wrong(`${path}ageTo`, "ages");
    return { key: row.key, name, ageFrom, ageTo };
  });
  for (const [index, one] of brackets.entries()) {
    const before = brackets.slice(0, index);
    if (before.some((other) => one.ageFrom <= other.ageTo && other.ageFrom <= one.ageTo)) {
      read.wrong(`brackets.${index}.ageFrom`, "agesOverlap");
    }
  }
  return brackets;
}

/** The table of limits. One that could never count anything, or says the same as another, is a mistake. */
export function readLimits(read: EventReader, typed: TypedEvent): EventLimit[] {
  const seen = new Set<string>();
  return typed.limits.map((row, index) => {
    const path = `limits.${index}.`;
    const unit = read.oneOf(`${path}unit`, limitUnits, row.unit);
    const session = row.session === "" ? null : row.session;
    const bracket = row.bracket === "" ? null : row.bracket;
    const has = (rows: readonly { key: string }[], key: string | null) =>
      key === null || rows.some((each) => each.key === key);
    if (!has(typed.sessions, session)) read.wrong(`${path}session`, "gone");
    if (!has(typed.brackets, bracket)) read.wrong(`${path}bracket`, "gone");
    if (bracket !== null && unit !== "children") read.wrong(`${path}bracket`, "limitBracket");
    if (unit === "cars" && typed.carRequired === "") read.wrong(`${path}unit`, "limitCars");
    if (unit === "drivers" && typed.licenceRequired === "") {
      read.wrong(`${path}unit`, "limitDrivers");
    }
    const what = `${unit} ${session} ${bracket}`;
    if (seen.has(what)) read.wrong(`${path}unit`, "limitTwice");
    seen.add(what);
    const most = read.number(`${path}most`, row.most, 1, MOST_PLACES);
    return { key: row.key, unit, session, bracket, most };
  });
}
