import { loadClub } from "#app/modules/club/load-club.server.ts";
import { freeOf, type Taken, taking } from "#app/modules/events/limits.ts";
import type { EventLimit, EventPlan, LimitUnit } from "#app/modules/events/plan.ts";
import { lineEndsAt } from "#app/modules/events/registering.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { lineOf, loadLine } from "./load-line.server.ts";
import { quietUntil } from "./offer-times.ts";
import { loadTaken } from "./seats-sql.server.ts";
import { type LineEntry, leastWish, type WhyWaiting, whyAlone, whyWaiting } from "./waitlist.ts";

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
  const of = [registrationId];
  const [found] = await loadLinePlaces(on, { eventId, plan, of }, locale, now);
  return found?.place ?? null;
}

/**
 * The same of several parties, in the line's order. Their places are counted by the database; others in the line are
 * read only where there is room for one of these, and those before them say why it is not theirs.
 */
export async function loadLinePlaces(
  on: Db,
  { eventId, plan, of }: Omit<Asked, "registrationId"> & { of: readonly number[] },
  locale: Locale,
  now: Date,
): Promise<{ registrationId: number; place: LinePlace }[]> {
  const line = of.length > 0 ? await loadLine(on, eventId, { of }) : [];
  if (line.length === 0) return [];
  const [taken, { timeZone }] = await Promise.all([
    loadTaken(on, eventId, plan.limits),
    loadClub(),
  ]);
  const waiting = new Map(lineOf(line).map((entry) => [entry.id, entry]));
  const reasons = await loadReasons(on, { eventId, plan, taken, entries: [...waiting.values()] });
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
  return line.map((entry) => ({
    registrationId: entry.registrationId,
    place: {
      entryId: entry.id,
      place: entry.place,
      of: entry.of,
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

async function loadReasons(
  on: Db,
  {
    eventId,
    plan: { limits },
    taken,
    entries,
  }: { eventId: number; plan: EventPlan; taken: Taken; entries: readonly LineEntry[] },
): Promise<ReadonlyMap<number, WhyWaiting>> {
  const alone = new Map<number, WhyWaiting>();
  let through = 0;
  for (const entry of entries) {
    const why = whyAlone(limits, taken, entry);
    if (why) alone.set(entry.id, why);
    else through = Math.max(through, entry.id);
  }
  if (through === 0) return alone;
  return whyWaiting(limits, taken, lineOf(await loadLine(on, eventId, { through })));
}

const whyOf = (reason: WhyWaiting | undefined) => ({
  why: reason?.why ?? "offered",
  isHeld: reason?.why === "others-first" && reason.holds !== null,
});

const limitsOf = (reason: WhyWaiting | undefined): EventLimit[] =>
  reason?.why === "full" || reason?.why === "too-big" ? reason.limits : [];
