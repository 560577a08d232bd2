import { drawInOrder, keyOf } from "../draws/sequence.ts";

/** What an entry is compared by, the first thing first. More is better in each. */
export type Contender = { entryId: number; number: number; by: readonly number[] };

/** Where an entry stands. */
export type Standing = {
  entryId: number;
  number: number;
  /** 1 is first. Who shares a rank is followed by the rank that counts all of them: 1, 2, 2, 4. */
  rank: number;
  /**
   * Which comparison told the entry from all others that were level with it in the first, or `draw`; null where nobody was.
   */
  tie: number | "draw" | null;
};

/**
 * Ranks entries by the first comparison, those who are level in it by the second, and so on; who is level in all of them
 * is drawn, which is the order in which they stand. Without a seed, which nobody knows before the ranking is
 * published, those share their rank.
 *
 * @param bracket named in what is drawn with; null for a contest without brackets.
 * @param seed 64 hexadecimal digits, whose SHA-256 was published when entries closed.
 */
export function rank(
  contenders: readonly Contender[],
  bracket: string | null,
  seed: string | null,
): Standing[] {
  const sorted = [...contenders].sort((a, b) => compare(a, b) || a.number - b.number);
  const standings: Standing[] = [];
  for (let at = 0; at < sorted.length; ) {
    const first = sorted[at] as Contender;
    const level = sorted.slice(at).filter((other) => compare(first, other) === 0);
    const drawn = level.length > 1 && seed !== null ? drawLevel(level, bracket, seed) : null;
    for (const [place, { entryId, number }] of (drawn ?? level).entries()) {
      const tie = level.length > 1 ? "draw" : toldApart(first, sorted);
      standings.push({ entryId, number, rank: at + 1 + (drawn ? place : 0), tie });
    }
    at += level.length;
  }
  return standings;
}

/** Below zero where `a` is before `b`, and 0 where nothing tells them apart. */
function compare(a: Contender, b: Contender): number {
  const at = a.by.findIndex((value, index) => value !== b.by[index]);
  return at === -1 ? 0 : (b.by[at] ?? 0) > (a.by[at] ?? 0) ? 1 : -1;
}

/** The comparison after which nobody was level with an entry any more; null where it is the first. */
function toldApart(entry: Contender, all: readonly Contender[]): number | null {
  const levelUpTo = (other: Contender) =>
    other.by.findIndex((value, index) => value !== entry.by[index]);
  const last = Math.max(0, ...all.filter((other) => other !== entry).map(levelUpTo));
  return last === 0 ? null : last;
}

/** Those whom nothing tells apart, in the order in which they are drawn: as in a draw, each with one ticket. */
function drawLevel(level: readonly Contender[], bracket: string | null, seed: string): Contender[] {
  const byNumber = [...level].sort((a, b) => a.number - b.number);
  const key = keyOf(seed, bracket ?? "", byNumber.map(({ number }) => number).join(" "));
  const tickets = byNumber.map(({ number }) => ({
    entry: String(number),
    weight: 1,
    household: String(number),
  }));
  return drawInOrder(tickets, key, tickets.length).map(
    ({ entry }) => byNumber.find(({ number }) => String(number) === entry) as Contender,
  );
}
