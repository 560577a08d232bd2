import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { rankShown } from "./award-points.server.ts";
import { bracketName, loadContestWords } from "./load-contest-words.server.ts";

/** What somebody won, as it stands on a certificate. */
export type Honour = {
  /** Null where nobody is known to have made it. */
  registrationPersonId: number | null;
  /** Whose it was has left, or taken it out of the contest for good: the place is the entry's. */
  isErased: boolean;
  entryId: number;
  contestId: number;
  contest: InBoth;
  /** The age group that was ranked by itself; null: all together. */
  bracket: { key: string; name: InBoth } | null;
  /** 1 for a first prize; null of a special award. */
  rank: number | null;
  /** Of a special award, what it is called. */
  award: InBoth | null;
};

/** What was won in an event's contests, by the rankings that were published last. */
export async function loadHonours(on: Db, eventId: number): Promise<Honour[]> {
  const awards = await on.contestAward.findMany({
    where: {
      endedAt: null,
      entry: { contest: { eventId, state: "published" } },
    },
    orderBy: [{ entry: { contestId: "asc" } }, { prize: { rank: "asc" } }, { id: "asc" }],
    select: {
      prize: { select: { rank: true } },
      entry: {
        select: {
          ...{ id: true, registrationPersonId: true, erasedAt: true, bracket: true },
          contest: { select: { id: true, kind: true, titleEn: true, titleZh: true } },
        },
      },
    },
  });
  if (awards.length === 0) return [];
  const words = await loadContestWords(on, { eventId });
  return awards.map(({ prize, entry }): Honour => {
    const { id: entryId, registrationPersonId, erasedAt, bracket } = entry;
    const contest = { en: entry.contest.titleEn, zh: entry.contest.titleZh };
    const rank = rankShown(entry.contest, prize.rank);
    return {
      ...{ registrationPersonId, isErased: erasedAt !== null, entryId, contest, rank },
      contestId: entry.contest.id,
      bracket: bracket === null ? null : { key: bracket, name: bracketName(words, bracket) },
      award: rank === null ? contest : null,
    };
  });
}
