import { loadClub } from "#app/modules/club/load-club.server.ts";
import { freeOf, taking } from "#app/modules/events/limits.ts";
import type { EventLimit, EventPlan, LimitUnit } from "#app/modules/events/plan.ts";
import { lineEndsAt } from "#app/modules/events/registering.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { lineOf, loadLine } from "./load-line.server.ts";
import { quietUntil } from "./offer-times.ts";
import { loadTaken } from "./seats-sql.server.ts";
import { leastWish, type WhyWaiting, whyWaiting } from "./waitlist.ts";

/** A limit that somebody who waits does not fit in. */
export type BlockingLimit = {
  key: string;
  unit: LimitUnit;
  session: string | null;
  bracket: string | null;
  wanted: number;
  free: number;
};

/** Where somebody stands in the line, and why they have no places yet. */
export type LinePlace = {
  entryId: number;
  /** 1 is the head of the line. */
  place: number;
  of: number;
  /** How many of the party wait. */
  people: number;
  /** How often smaller parties were let past. */
  passed: number;
  why: WhyWaiting["why"];
  /** Somebody before them was passed too often to be passed again. */
  isHeld: boolean;
  /** What has too few places for them; none where places are free. */
  blocking: BlockingLimit[];
  /** Until then nobody is written to: it is night. */
  quietUntil: Date | null;
  /** When the line ends. */
  endsAt: Date;
  offer: { id: number; fewer: boolean; people: number; endsAt: Date } | null;
};

type Asked = { eventId: number; registrationId: number; plan: EventPlan };

/** Reads a party's place in the line of its event; null where nobody of it waits. */
export async function loadLinePlace(
  on: Db,
  { eventId, registrationId, plan }: Asked,
  locale: Locale,
  now: Date,
): Promise<LinePlace | null> {
  const places = await loadLinePlaces(on, { eventId, plan }, locale, now);
  return places.find((each) => each.registrationId === registrationId)?.place ?? null;
}

/** The same of everybody in the line, in its order. */
export async function loadLinePlaces(
  on: Db,
  { eventId, plan }: Omit<Asked, "registrationId">,
  locale: Locale,
  now: Date,
): Promise<{ registrationId: number; place: LinePlace }[]> {
  const line = await loadLine(on, eventId);
  if (line.length === 0) return [];
  const [taken, { timeZone }] = await Promise.all([
    loadTaken(on, eventId, plan.limits),
    loadClub(),
  ]);
  const waiting = new Map(lineOf(line).map((entry) => [entry.id, entry]));
  const reasons = whyWaiting(plan.limits, taken, [...waiting.values()]);
  const quiet = quietUntil(now, clubTime(timeZone));
  const nameOf = (named: EventPlan["sessions"] | EventPlan["brackets"], key: string | null) => {
    const found = named.find((each) => each.key === key);
    return found ? inLanguage(locale, found.name) : null;
  };
  const blockingOf = (id: number): BlockingLimit[] => {
    const entry = waiting.get(id);
    if (!entry) return [];
    return limitsOf(reasons.get(id)).map((limit) => ({
      key: limit.key,
      unit: limit.unit,
      session: nameOf(plan.sessions, limit.session),
      bracket: nameOf(plan.brackets, limit.bracket),
      wanted: taking(limit, leastWish(entry)),
      free: freeOf(limit, taken),
    }));
  };
  return line.map((entry, at) => ({
    registrationId: entry.registrationId,
    place: {
      entryId: entry.id,
      place: at + 1,
      of: line.length,
      people: entry.people.length,
      passed: entry.passed,
      ...whyOf(reasons.get(entry.id)),
      blocking: blockingOf(entry.id),
      quietUntil: quiet,
      endsAt: lineEndsAt(plan),
      offer: entry.offer && {
        id: entry.offer.id,
        fewer: entry.offer.fewer,
        people: entry.people.filter(({ inFewer }) => !entry.offer?.fewer || inFewer).length,
        endsAt: entry.offer.endsAt,
      },
    },
  }));
}

const whyOf = (reason: WhyWaiting | undefined) => ({
  why: reason?.why ?? "offered",
  isHeld: reason?.why === "others-first" && reason.holds !== null,
});

const limitsOf = (reason: WhyWaiting | undefined): EventLimit[] =>
  reason?.why === "full" || reason?.why === "too-big" ? reason.limits : [];
