import { createHash } from "node:crypto";
import type { KeptContest } from "#app/modules/contests/contest-row.server.ts";
import { entriesOf } from "#app/modules/contests/entries-of.server.ts";
import { loadRanking, type Ranking } from "#app/modules/judging/load-ranking.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type Allotted, allotPrizes, type Placed } from "./allot-prizes.ts";
import { type KeptPrize, loadPrizes } from "./load-prizes.server.ts";
import type { Winner } from "./plan-awards.ts";

/** A place of a ranking, with whose it is. */
export type RankedPlace = Placed & {
  total: number;
  /** What settled it among those with the same total: see judging/ranking.ts. */
  tie: string | null;
  registrationId: number | null;
  registrationPersonId: number | null;
  isErased: boolean;
};

/** A contest as its ranking stands now, with who would win what by it. */
export type Ranked = {
  ready: true;
  places: RankedPlace[];
  /** Numbers of entries of which nothing was measured, or for which nobody voted: they have no place. */
  without: number[];
  prizes: KeptPrize[];
  allotted: Allotted;
  /** Of all that is seen before it is published: who publishes says which one they have seen. */
  seen: string;
};

export type NotRanked = Extract<Ranking, { ready: false }>;

/** Reads the ranking of a contest as scores, tries and votes have it now. */
export async function loadRanked(
  on: Db,
  { id }: Pick<KeptContest, "id">,
): Promise<Ranked | NotRanked> {
  const ranking = await loadRanking(on, id);
  if (!ranking.ready) return ranking;
  const entries = new Map((await entriesOf(on, id)).map((entry) => [entry.id, entry]));
  const prizes = await loadPrizes(on, id);
  const places = ranking.brackets.flatMap(({ bracket, places: ranked }) =>
    ranked.map(({ entryId, number, rank, total, tie }): RankedPlace => {
      const entry = entries.get(entryId);
      return {
        ...{ entryId, number, bracket, rank, total, tie },
        registrationId: entry?.registrationId ?? null,
        registrationPersonId: entry?.registrationPersonId ?? null,
        isErased: entry?.isErased ?? false,
      };
    }),
  );
  return {
    ...{ ready: true, places, prizes },
    without: ranking.brackets.flatMap((group) => group.without.map(({ number }) => number)),
    allotted: allotPrizes(places, prizes),
    seen: seenOf(ranking.fingerprint, places, prizes),
  };
}

/** Who wins a prize by a ranking whose ties are settled. */
export function winnersOf({
  places,
  allotted,
}: Pick<Ranked, "places" | "allotted">): (RankedPlace & Winner)[] {
  if (!allotted.ok) return [];
  return places.flatMap((place) => {
    const prizeId = allotted.prizes.get(place.entryId);
    return prizeId === undefined ? [] : [{ ...place, prizeId }];
  });
}

const seenOf = (
  fingerprint: string,
  places: readonly RankedPlace[],
  prizes: readonly KeptPrize[],
): string => {
  const whose = places.map(({ number, registrationPersonId }) => [number, registrationPersonId]);
  const toWin = prizes.map(({ id, bracket, rank, count, points }) => [
    ...[id, bracket, rank, count, points],
  ]);
  return createHash("sha256")
    .update(JSON.stringify([fingerprint, whose, toWin]))
    .digest("hex");
};
