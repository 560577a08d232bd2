import { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadEventOfDay } from "#app/modules/attendance/load-event-of-day.server.ts";
import { contestOf } from "#app/modules/contests/contest-row.server.ts";
import { entriesOf } from "#app/modules/contests/entries-of.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { missingOf } from "./judging.ts";
import { loadJudges } from "./load-judging.server.ts";
import { loadRanking } from "./load-ranking.server.ts";
import { isReplaced } from "./replaced.ts";
import { habitOf } from "./standardise.ts";

/** A contest of an event, as the organiser of its judging sees it; null where there is none that is judged. */
async function judgedContest(on: Db, eventId: number, contestId: number) {
  const event = await loadEventOfDay(on, eventId);
  const contest = event && (await contestOf(on, contestId));
  if (!event || contest?.eventId !== eventId || contest.terms.kind !== "pictures") return null;
  const { id, title, state, terms, tieCommitment } = contest;
  const { brackets } = event.plan;
  return { id, title, state, criteria: terms.criteria, tieCommitment, brackets };
}

/** The judges of a contest with how far each is, and what is missing by number. */
export async function loadJudgesPage(on: Db, eventId: number, contestId: number) {
  const contest = await judgedContest(on, eventId, contestId);
  if (!contest) return null;
  const entries = await entriesOf(on, contestId);
  const judges = await loadJudges(on, contestId);
  return {
    contest,
    judges: judges.map(({ scores: given, conflicts, comments: _, givenAt, ...judge }) => {
      const missing = missingOf({ scores: given, conflicts }, contest.criteria, entries);
      const replaced = entries.filter(
        ({ id, replacedAt }) => !conflicts.has(id) && isReplaced(replacedAt, givenAt.get(id)),
      );
      const asked = entries.filter(({ id }) => !conflicts.has(id)).length;
      return {
        ...judge,
        ...{ asked, done: asked - missing.length, own: entries.length - asked },
        missing: missing.map(({ number }) => number),
        /** Entries that have got another picture since this judge scored them. */
        replaced: replaced.map(({ number }) => number),
      };
    }),
  };
}

export type ListedJudge = NonNullable<Awaited<ReturnType<typeof loadJudgesPage>>>["judges"][number];

/** One judge of a contest: what they gave every entry, which are of their own family, and what staff changed. */
export async function loadJudgePage(on: Db, eventId: number, contestId: number, judgeId: number) {
  const contest = await judgedContest(on, eventId, contestId);
  const [judge] = contest ? await loadJudges(on, contestId, judgeId) : [];
  if (!contest || !judge) return null;
  const entries = await entriesOf(on, contestId);
  const { scores, conflicts, comments, givenAt: _, ...who } = judge;
  return {
    ...{ contest, judge: who },
    history: await correctionsOf(on, judgeId),
    entries: entries.map(({ id, number, bracket, pictures }) => ({
      ...{ id, number, bracket, picture: pictures[0]?.id ?? null },
      ...{
        values: scores.get(id) ?? {},
        comment: comments.get(id) ?? "",
        isOwn: conflicts.has(id),
      },
    })),
  };
}

export type KeptJudgePage = NonNullable<Awaited<ReturnType<typeof loadJudgePage>>>;

/** What staff changed of a judge's scores, the last first, each with what was there before it. */
const correctionsOf = (on: Db, judgeId: number) =>
  on.$queryRaw<
    {
      id: number;
      number: number;
      criterion: string;
      before: number | null;
      value: number;
      reason: string;
      by: string;
      at: Date;
    }[]
  >(Prisma.sql`
    select * from (
      select score.id, number, criterion, value, reason, person.name as by, score.created_at as at, changed_by,
        lag(value) over (partition by entry_id, criterion order by sequence, score.id) as before
      from judge_score as score join contest_entry on contest_entry.id = entry_id
        left join person on person.id = changed_by
      where judge_id = ${judgeId} and criterion <> '') as each_score
    where changed_by is not null order by id desc limit 100`);

/** What a contest comes to as it stands, with the arithmetic. */
export async function loadRankingPage(on: Db, eventId: number, contestId: number) {
  const contest = await judgedContest(on, eventId, contestId);
  if (!contest) return null;
  const ranking = await loadRanking(on, contestId);
  const judges = await loadJudges(on, contestId);
  const sum = contest.criteria.reduce((all, { weight }) => all + weight, 0);
  if (!ranking.ready) return { contest, sum, ranking };
  const brackets = ranking.brackets.map(({ bracket, places }) => ({
    ...{ bracket, places },
    judges: judges
      .filter(({ isExcluded }) => !isExcluded)
      .map(({ id, name }) => {
        const own = places.flatMap(({ perJudge }) =>
          perJudge.filter(({ judgeId }) => judgeId === id),
        );
        const { mean, deviation } = habitOf(own.map(({ points }) => points));
        return { id, name, entries: own.length, mean: mean / sum, deviation: deviation / sum };
      }),
  }));
  const excluded = judges
    .filter(({ isExcluded }) => isExcluded)
    .map(({ id, name, excludedWhy }) => ({ id, name, why: excludedWhy ?? "" }));
  return { contest, sum, ranking: { ready: true as const, brackets, excluded } };
}

export type RankingPage = NonNullable<Awaited<ReturnType<typeof loadRankingPage>>>;
