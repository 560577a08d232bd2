import { contestOf } from "#app/modules/contests/contest-row.server.ts";
import { wholeTitle } from "#app/modules/gifts/offered-gifts.server.ts";
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

/** A gift that can be a prize: one that is handed over at the desk. */
export type PrizeGift = { variantId: number; en: string; zh: string; free: number };

/** The gifts of the catalogue that can be prizes, with their free pieces. */
export const loadPrizeGifts = (on: Db): Promise<PrizeGift[]> =>
  on.$queryRaw<PrizeGift[]>`
    select variant.id as "variantId", ${wholeTitle("en")} as en, ${wholeTitle("zh")} as zh,
      coalesce((select sum(greatest(0, on_hand - reserved)) from stock_level
        where item_id = variant.stock_item_id), 0)::int as free
    from gift_variant variant join gift on gift.id = variant.gift_id
    where variant.archived_at is null and gift.archived_at is null and gift.fulfilment = 'collect'
    order by gift.position, gift.id, variant.position, variant.id`;

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
