import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { rankShown } from "./award-points.server.ts";
import { bracketName, loadContestWords } from "./load-contest-words.server.ts";

/** What somebody won, as it stands on a certificate. */
export type Honour = {
  registrationPersonId: number;
  registrationId: number;
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
      entry: {
        ...{ registrationPersonId: { not: null }, registrationId: { not: null } },
        contest: { eventId, state: "published" },
      },
    },
    orderBy: [{ entry: { contestId: "asc" } }, { prize: { rank: "asc" } }, { id: "asc" }],
    select: {
      prize: { select: { rank: true } },
      entry: {
        select: {
          ...{ registrationPersonId: true, registrationId: true, bracket: true },
          contest: { select: { id: true, kind: true, titleEn: true, titleZh: true } },
        },
      },
    },
  });
  if (awards.length === 0) return [];
  const words = await loadContestWords(on, { eventId });
  return awards.flatMap(({ prize, entry }): Honour[] => {
    const { registrationPersonId, registrationId, bracket } = entry;
    if (registrationPersonId === null || registrationId === null) return [];
    const contest = { en: entry.contest.titleEn, zh: entry.contest.titleZh };
    const rank = rankShown(entry.contest, prize.rank);
    return [
      {
        ...{ registrationPersonId, registrationId, contest, rank },
        contestId: entry.contest.id,
        bracket: bracket === null ? null : { key: bracket, name: bracketName(words, bracket) },
        award: rank === null ? contest : null,
      },
    ];
  });
}
