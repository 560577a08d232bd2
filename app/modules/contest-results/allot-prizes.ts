/** Where an entry came: of its bracket, or of all where a contest has one ranking. */
export type Placed = {
  entryId: number;
  number: number;
  bracket: string | null;
  /** 1, 2, 2, 4: those whom nothing settles share theirs. */
  rank: number;
};

/** A prize of a contest: as many as `count` of them are won by those who come next. */
export type PrizeToWin = {
  id: number;
  /** Null: of each bracket by itself. */
  bracket: string | null;
  /** 1 for a first prize, 2 for a second one. */
  rank: number;
  count: number;
};

export type Allotted =
  /** The prize of each entry that won one. */
  | { ok: true; prizes: ReadonlyMap<number, number> }
  /** Entries that came equal where a prize ends: which of them has it is not settled. */
  | { ok: false; tied: { bracket: string | null; numbers: number[] }[] };

/**
 * Says who wins what. Prizes go down the ranking: with one first, one second and two third prizes the fourth of the
 * ranking has the other third prize. Who come equal have the same prize or none of them is published before it is
 * settled. Prizes for which nobody is left are not given; who comes after the last prize has none.
 *
 * @param places in any order.
 */
export function allotPrizes(places: readonly Placed[], prizes: readonly PrizeToWin[]): Allotted {
  const won = new Map<number, number>();
  const tied: { bracket: string | null; numbers: number[] }[] = [];
  for (const [bracket, ranked] of byBracket(places)) {
    const pieces = prizes
      .filter((prize) => prize.bracket === null || prize.bracket === bracket)
      .sort((a, b) => a.rank - b.rank)
      .flatMap(({ id, count }) => Array.from({ length: count }, () => id));
    for (let from = 0; from < ranked.length; ) {
      const equal = ranked.filter(({ rank }) => rank === ranked[from]?.rank);
      const theirs = new Set(equal.map((_, at) => pieces[from + at] ?? null));
      if (theirs.size > 1) tied.push({ bracket, numbers: equal.map(({ number }) => number) });
      const [prize] = theirs;
      if (prize != null) for (const { entryId } of equal) won.set(entryId, prize);
      from += equal.length;
    }
  }
  return tied.length > 0 ? { ok: false, tied } : { ok: true, prizes: won };
}

function byBracket(places: readonly Placed[]): Map<string | null, Placed[]> {
  const ranked = new Map<string | null, Placed[]>();
  for (const place of [...places].sort((a, b) => a.rank - b.rank || a.number - b.number)) {
    const same = ranked.get(place.bracket);
    if (same) same.push(place);
    else ranked.set(place.bracket, [place]);
  }
  return ranked;
}

/** How many prizes there are in all, of so many brackets that have a ranking each. */
export const prizesInAll = (
  prizes: readonly Pick<PrizeToWin, "bracket" | "count">[],
  brackets: number,
): number =>
  prizes.reduce(
    (sum, { bracket, count }) => sum + (bracket === null ? Math.max(1, brackets) : 1) * count,
    0,
  );
