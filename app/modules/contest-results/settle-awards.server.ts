import type { Actor } from "#app/modules/access/actor.ts";
import type { KeptContest } from "#app/modules/contests/contest-row.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { endPiece, givePiece, lockShelvesOf } from "./award-pieces.server.ts";
import { movePoints } from "./award-points.server.ts";
import { type ContestWords, loadContestWords } from "./load-contest-words.server.ts";
import type { KeptPrize } from "./load-prizes.server.ts";
import { planAwards } from "./plan-awards.ts";
import { type Ranked, type RankedPlace, winnersOf } from "./ranked.server.ts";
import { loadStandingAwards, type StandingAwardRow } from "./standing-awards.server.ts";
import { tellFamilies } from "./tell-families.server.ts";

/** A ranking whose row has just been written, in the transaction that publishes it. */
export type PublishedVersion = {
  contest: KeptContest;
  rankingId: number;
  version: number;
  /** Of a correction. */
  reason: InBoth | null;
  ranked: Ranked;
  /** Awards that were handed over and are to come back; other ones that end are kept. */
  back: readonly number[];
  actor: Actor;
  now: Date;
};

/** The same with what its contest is called. */
export type NamedVersion = PublishedVersion & { words: ContestWords };

/** An award that a ranking gives, once its row is there. */
export type NewAward = RankedPlace & { awardId: number; prize: KeptPrize };

/**
 * Ends the prizes that a ranking takes away and gives those that are new, each with its piece and its points; what is as it
 * was is not touched. The contest is locked; shelves come next and accounts last, each in their order.
 */
export async function settleAwards(tx: Db, published: PublishedVersion): Promise<void> {
  const { contest, ranked, rankingId, back, actor, now } = published;
  const version = { ...published, words: await loadContestWords(tx, contest) };
  const standing = await loadStandingAwards(tx, contest.id);
  const { ended, given } = planAwards(standing, winnersOf(ranked));
  const prizes = new Map(ranked.prizes.map((prize) => [prize.id, prize]));
  const prizeOf = (id: number) => prizes.get(id) as KeptPrize;
  const items = await lockShelvesOf(
    tx,
    [...ended, ...given].map(({ prizeId }) => prizeOf(prizeId)),
  );
  const piecesOf = new Map<number, Piece>();
  for (const award of ended) {
    const winner = given.find((each) => isSameChild(award, each));
    const goesAlong =
      winner &&
      // One that nobody came for has no piece any more that could go along.
      award.givenUpAt === null &&
      isSameThing(prizeOf(award.prizeId), prizeOf(winner.prizeId));
    if (goesAlong) piecesOf.set(award.entryId, pieceOf(award));
    else if (award.handedOverAt === null) await endPiece(tx, award, actor.by);
    const isOut = award.handedOverAt !== null && !goesAlong;
    await tx.contestAward.update({
      where: { id: award.id },
      data: {
        ...{ endedAt: now, endedBy: rankingId, waitsForPiece: false },
        ...(goesAlong && NO_PIECE),
        after: isOut ? (back.includes(award.id) ? "awaited" : "kept") : null,
      },
      select: { id: true },
    });
  }
  const awards: NewAward[] = [];
  for (const winner of given) {
    const prize = prizeOf(winner.prizeId);
    const { entryId, registrationId, registrationPersonId, prizeId, number } = winner;
    const piece =
      piecesOf.get(entryId) ?? (await givePiece(tx, items, prize, { contest, number, actor }));
    const { id } = await tx.contestAward.create({
      data: {
        ...{ rankingId, entryId, prizeId, registrationId, registrationPersonId, createdAt: now },
        ...piece,
      },
      select: { id: true },
    });
    awards.push({ ...winner, awardId: id, prize });
  }
  await movePoints(tx, ended, awards, version);
  await tellFamilies(tx, { ended, awards, prizeOf }, version);
}

const NO_PIECE = {
  ...{ stockPromiseId: null, waitsForPiece: false, handedOverAt: null, handedOverBy: null },
};
type Piece = Pick<
  StandingAwardRow,
  "stockPromiseId" | "waitsForPiece" | "handedOverAt" | "handedOverBy"
>;

const pieceOf = (award: StandingAwardRow): Piece => ({
  ...{ stockPromiseId: award.stockPromiseId, waitsForPiece: award.waitsForPiece },
  ...{ handedOverAt: award.handedOverAt, handedOverBy: award.handedOverBy },
});

const isSameChild = (award: StandingAwardRow, winner: RankedPlace) =>
  award.entryId === winner.entryId && award.registrationId === winner.registrationId;

/** A second and a third prize may be the same box: who has it does not bring it back to get another. */
const isSameThing = (one: KeptPrize, other: KeptPrize) =>
  one.variantId === other.variantId &&
  (one.variantId !== null || (one.title.en === other.title.en && one.title.zh === other.title.zh));
