import { contestOf } from "#app/modules/contests/contest-row.server.ts";
import { loadPrizeGifts, type PrizeGift } from "#app/modules/gifts/load-prize-gifts.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { bracketName, loadContestWords } from "./load-contest-words.server.ts";
import type { PrizeDraft } from "./prizes.ts";

/** A prize of a contest as it is kept. */
export type KeptPrize = PrizeDraft & { id: number };

/** What can be won in a contest, the first prizes first. */
export async function loadPrizes(on: Db, contestId: number): Promise<KeptPrize[]> {
  const rows = await on.contestPrize.findMany({
    where: { contestId },
    orderBy: [{ rank: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, bracket, rank, count, titleEn, titleZh, variantId, points }) => ({
    ...{ id, bracket, rank, count, variantId, points },
    title: { en: titleEn, zh: titleZh },
  }));
}

/** All that the form of a contest's prizes shows. */
export type PrizesPage = {
  eventId: number;
  contestId: number;
  contest: InBoth;
  /** Of the contest, in the event's order. */
  brackets: { key: string; name: InBoth }[];
  prizes: KeptPrize[];
  gifts: PrizeGift[];
  /** A ranking is public, or the contest was called off. */
  isLocked: boolean;
};

/** Reads the prizes of a contest with what can be chosen; null where there is no such contest. */
export async function loadPrizesPage(
  on: Db,
  { eventId, contestId }: { eventId: number; contestId: number },
): Promise<PrizesPage | null> {
  const contest = await contestOf(on, contestId);
  if (contest?.eventId !== eventId) return null;
  const [words, prizes, gifts] = await Promise.all([
    loadContestWords(on, contest),
    loadPrizes(on, contestId),
    loadPrizeGifts(on),
  ]);
  return {
    ...{ eventId, contestId, contest: contest.title, prizes, gifts },
    brackets: contest.brackets.map((key) => ({ key, name: bracketName(words, key) })),
    isLocked: contest.state === "published" || contest.state === "called-off",
  };
}
