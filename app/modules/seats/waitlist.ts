import {
  blocking,
  type CountedParty,
  freeOf,
  type Taken,
  taking,
  withParty,
} from "#app/modules/events/limits.ts";
import type { EventLimit } from "#app/modules/events/plan.ts";

/** How often smaller parties may be let past one that does not fit; then it holds the line. */
export const MOST_PASSED = 3;

/** Somebody who waits, as the line sees them. */
export type LineEntry = {
  id: number;
  /** All of it who wait; of one of whom some have an offer, the others. */
  whole: CountedParty;
  /** Those who would come without the others, and the others; null where that is not so. */
  fewer: { party: CountedParty; rest: CountedParty } | null;
  /** How often others were let past. */
  passed: number;
  /** False while some of it have an offer: one at a time. */
  mayBeOffered: boolean;
};

/** Somebody to whom places go. */
export type LineOffer = { entryId: number; fewer: boolean };

export type LineMove = {
  offers: LineOffer[];
  /** How often each of those has been passed now for whom that has changed. */
  passed: ReadonlyMap<number, number>;
};

/** One who got nothing, or not all, while those behind are looked at. */
type Waiting = { id: number; party: CountedParty; passed: number };

/** What those before somebody leave: what is taken with what they get, and who of them waits on. */
type Before = { sum: Taken; waiting: readonly Waiting[] };

/**
 * Goes along the line, the first first, and gives out what is free: to an entry as a whole, or to those of it who
 * would come without the others.
 *
 * Somebody passes one before them by taking of a limit in which there is then not enough left for that one. Who was
 * passed {@link MOST_PASSED} times is passed no more: it holds the line. One that would not fit in an empty event
 * holds up nobody.
 *
 * @param taken with what open offers hold.
 * @param line in its order; without those who have an offer for all of theirs.
 */
export function moveLine(
  limits: readonly EventLimit[],
  taken: Taken,
  line: readonly LineEntry[],
): LineMove {
  const { offers, passed } = walk(limits, taken, line);
  return { offers, passed };
}

/**
 * Whether somebody who comes now gets places at once: where they fit beside what the line would get, and would pass
 * nobody.
 *
 * @param needed of each limit: of a party that has places already, what it needs beside them.
 */
export function fitsBesideLine(
  limits: readonly EventLimit[],
  taken: Taken,
  line: readonly LineEntry[],
  needed: Taken,
): boolean {
  const { sum, waiting } = walk(limits, taken, line);
  return (
    limits.every((limit) => of(needed, limit) === 0 || of(needed, limit) <= freeOf(limit, sum)) &&
    passedBy(limits, sum, needed, waiting).length === 0
  );
}

/** How much a party needs of each limit. */
export const needsOf = (limits: readonly EventLimit[], party: CountedParty): Taken =>
  withParty(limits, new Map(), party);

const of = (counts: Taken, { key }: EventLimit): number => counts.get(key) ?? 0;

/** The limits of which a party needs more than there is at all, so that it waits for nothing. */
export const neverFitsIn = (limits: readonly EventLimit[], party: CountedParty): EventLimit[] =>
  limits.filter((limit) => taking(limit, party) > limit.most);

function walk(
  limits: readonly EventLimit[],
  taken: Taken,
  line: readonly LineEntry[],
  look: (entry: LineEntry, before: Before) => void = () => {},
) {
  const offers: LineOffer[] = [];
  const passed = new Map<number, number>();
  const waiting: Waiting[] = [];
  let sum = taken;
  for (const entry of line) {
    look(entry, { sum, waiting });
    const got = entry.mayBeOffered ? wishOf(limits, sum, entry, waiting) : null;
    if (got) {
      for (const before of passedBy(limits, sum, needsOf(limits, got.party), waiting)) {
        before.passed += 1;
        passed.set(before.id, before.passed);
      }
      offers.push({ entryId: entry.id, fewer: got.fewer });
      sum = withParty(limits, sum, got.party);
    }
    const left = leftOf(limits, entry, got);
    if (left) waiting.push({ id: entry.id, party: left, passed: entry.passed });
  }
  return { offers, passed, sum, waiting };
}

/** What an entry can have now, all of it rather than some. */
function wishOf(
  limits: readonly EventLimit[],
  sum: Taken,
  { whole, fewer }: LineEntry,
  waiting: readonly Waiting[],
): { party: CountedParty; fewer: boolean } | null {
  const mayHave = (party: CountedParty) =>
    blocking(limits, sum, party).length === 0 &&
    passedBy(limits, sum, needsOf(limits, party), waiting).every(
      ({ passed }) => passed < MOST_PASSED,
    );
  if (mayHave(whole)) return { party: whole, fewer: false };
  return fewer && mayHave(fewer.party) ? { party: fewer.party, fewer: true } : null;
}

/** Those who still wait of an entry; null where nobody does, or no free place would help them. */
function leftOf(
  limits: readonly EventLimit[],
  { whole, fewer }: LineEntry,
  got: { fewer: boolean } | null,
): CountedParty | null {
  if (got && !got.fewer) return null;
  const wishes = got ? [fewer?.rest] : [whole, fewer?.party];
  return wishes.find((party) => party && neverFitsIn(limits, party).length === 0) ?? null;
}

/** Those before who would not fit any more, once somebody takes of what they need. */
function passedBy(
  limits: readonly EventLimit[],
  sum: Taken,
  needed: Taken,
  waiting: readonly Waiting[],
): Waiting[] {
  const after = new Map(limits.map((limit) => [limit.key, of(sum, limit) + of(needed, limit)]));
  const used = limits.filter((limit) => of(needed, limit) > 0);
  return waiting.filter(({ party }) =>
    used.some((limit) => {
      const theirs = taking(limit, party);
      return theirs > 0 && theirs > freeOf(limit, after);
    }),
  );
}

/** Why somebody in the line has not been offered places. */
export type WhyWaiting =
  /** They have an offer for some of theirs, and the others wait. */
  | { why: "offered" }
  /** They would fit in nothing less than a larger event. */
  | { why: "too-big"; limits: EventLimit[] }
  | { why: "full"; limits: EventLimit[] }
  /** What is free is for those before them. `holds`: of those, who was passed too often to be passed again. */
  | { why: "others-first"; limits: EventLimit[]; holds: number | null }
  /** There are places; the offer goes out when offers are sent. */
  | { why: "soon" };

/**
 * Says of each in the line why they wait, by their ids.
 *
 * @param line as {@link moveLine} has it.
 */
export function whyWaiting(
  limits: readonly EventLimit[],
  taken: Taken,
  line: readonly LineEntry[],
): Map<number, WhyWaiting> {
  const told = new Map<number, WhyWaiting>();
  walk(limits, taken, line, (entry, before) => {
    told.set(entry.id, reasonOf(limits, taken, entry, before));
  });
  return told;
}

/** The least that somebody waits for. */
export const leastWish = ({ whole, fewer }: LineEntry): CountedParty => fewer?.party ?? whole;

/** Why somebody waits whoever else is in the line; null where that depends on those before them. */
export function whyAlone(
  limits: readonly EventLimit[],
  taken: Taken,
  entry: LineEntry,
): WhyWaiting | null {
  if (!entry.mayBeOffered) return { why: "offered" };
  const least = leastWish(entry);
  const tooBig = neverFitsIn(limits, least);
  if (tooBig.length > 0) return { why: "too-big", limits: tooBig };
  const full = blocking(limits, taken, least);
  return full.length > 0 ? { why: "full", limits: full } : null;
}

function reasonOf(
  limits: readonly EventLimit[],
  taken: Taken,
  entry: LineEntry,
  { sum, waiting }: Before,
): WhyWaiting {
  const alone = whyAlone(limits, taken, entry);
  if (alone) return alone;
  const least = leastWish(entry);
  const given = blocking(limits, sum, least);
  if (given.length > 0) return { why: "others-first", limits: given, holds: null };
  const holder = passedBy(limits, sum, needsOf(limits, least), waiting).find(
    ({ passed }) => passed >= MOST_PASSED,
  );
  if (!holder) return { why: "soon" };
  const held = limits.filter(
    (limit) => taking(limit, least) > 0 && taking(limit, holder.party) > 0,
  );
  return { why: "others-first", limits: held, holds: holder.id };
}
