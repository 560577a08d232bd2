import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { rankShown } from "./award-points.server.ts";
import { bracketName, loadContestWords } from "./load-contest-words.server.ts";

/** How an entry of one's own party did. */
export type OwnResult = {
  entryId: number;
  /** Who took part. */
  name: string;
  number: number;
  contest: InBoth;
  /** Empty where all are ranked together. */
  group: InBoth;
  rank: number;
  /** How many were ranked with it. */
  of: number;
  prize: {
    /** Null of a special award. */
    rank: number | null;
    title: InBoth;
    points: number;
    /** Why none were given, where the prize has some. */
    noPoints: string | null;
    isHandedOver: boolean;
    /** Nobody came for it: it is not kept any more. */
    isGivenUp: boolean;
  } | null;
  /** What judges who count wrote about it, without who did. */
  comments: string[];
  /** A prize that was taken home and that another child has won since: it is to come back. */
  toBringBack: InBoth | null;
  /** Whether its name is to stand beside its number. */
  isNamed: boolean;
  /** When the ranking was corrected last. */
  corrected: { at: Date; reason: InBoth } | null;
};

export type OwnResults = { slug: string; event: InBoth; results: OwnResult[] };

/**
 * How a party of a member did in the contests that are published. Null for a party of somebody else, or none; no
 * results where none of it took part.
 */
export async function loadOwnResults(
  on: Db,
  registrationId: number,
  memberId: number,
): Promise<OwnResults | null> {
  const party = await on.registration.findFirst({
    where: { id: registrationId, memberId },
    select: { eventId: true },
  });
  if (!party) return null;
  const words = await loadContestWords(on, party);
  const entries = await on.contestEntry.findMany({
    where: { registrationId, registrationPersonId: { not: null }, contest: { state: "published" } },
    orderBy: [{ contest: { position: "asc" } }, { number: "asc" }],
    select: {
      ...{ id: true, number: true, name: { select: { namedBy: true } } },
      person: { select: { name: true } },
      registration: { select: { member: { select: { personId: true } } } },
      contest: {
        select: {
          ...{ kind: true, titleEn: true, titleZh: true },
          rankings: { orderBy: { version: "desc" }, take: 1, omit: { paper: true } },
        },
      },
      places: { orderBy: { rankingId: "desc" }, take: 1 },
      awards: {
        where: { registrationId, OR: [{ endedAt: null }, { after: "awaited" }] },
        orderBy: { id: "desc" },
        include: { prize: true },
      },
    },
  });
  const comments = await commentsOn(
    on,
    entries.map(({ id }) => id),
  );
  const sizes = await sizesOf(
    on,
    entries.flatMap(({ contest }) => contest.rankings.map(({ id }) => id)),
  );
  return {
    ...{ slug: words.slug, event: words.event },
    results: entries.flatMap((entry): OwnResult[] => {
      const { contest, awards } = entry;
      const [[ranking], [place]] = [contest.rankings, entry.places];
      // An entry that was taken out is in no place of the last ranking.
      if (!ranking || place?.rankingId !== ranking.id) return [];
      const won = awards.find(({ endedAt }) => endedAt === null);
      const awaited = awards.find(({ after }) => after === "awaited");
      return [
        {
          ...{ entryId: entry.id, number: entry.number, name: entry.person?.name ?? "" },
          contest: { en: contest.titleEn, zh: contest.titleZh },
          group: bracketName(words, place.bracket),
          rank: place.rank,
          of: sizes.get(`${ranking.id} ${place.bracket ?? ""}`) ?? 0,
          prize: won
            ? {
                rank: rankShown(contest, won.prize.rank),
                title: { en: won.prize.titleEn, zh: won.prize.titleZh },
                ...{ points: won.points, noPoints: won.noPoints },
                isHandedOver: won.handedOverAt !== null,
                isGivenUp: won.givenUpAt !== null,
              }
            : null,
          comments: comments.get(entry.id) ?? [],
          toBringBack: awaited ? { en: awaited.prize.titleEn, zh: awaited.prize.titleZh } : null,
          isNamed: entry.name?.namedBy === entry.registration?.member?.personId,
          corrected:
            ranking.reasonEn === null
              ? null
              : {
                  at: ranking.publishedAt,
                  reason: { en: ranking.reasonEn, zh: ranking.reasonZh ?? "" },
                },
        },
      ];
    }),
  };
}

async function sizesOf(on: Db, rankingIds: readonly number[]): Promise<Map<string, number>> {
  if (rankingIds.length === 0) return new Map();
  const rows = await on.contestPlace.groupBy({
    by: ["rankingId", "bracket"],
    where: { rankingId: { in: [...rankingIds] } },
    _count: true,
  });
  return new Map(
    rows.map(({ rankingId, bracket, _count }) => [`${rankingId} ${bracket ?? ""}`, _count]),
  );
}

/** The last word of each judge on each entry; what a judge wrote who was excluded does not count. */
async function commentsOn(on: Db, entryIds: readonly number[]): Promise<Map<number, string[]>> {
  const rows = await on.$queryRaw<{ entryId: number; comments: string[] }[]>`
    select entry_id as "entryId", array_agg(comment order by comment) as comments from (
      select distinct on (judge_id, entry_id) entry_id, comment
      from judge_score score join judge on judge.id = score.judge_id and judge.excluded_at is null
      where entry_id = any(${[...entryIds]}) and criterion = ''
      order by judge_id, entry_id, sequence desc, score.id desc) as said
    where comment <> '' group by entry_id`;
  return new Map(rows.map(({ entryId, comments }) => [entryId, comments]));
}
