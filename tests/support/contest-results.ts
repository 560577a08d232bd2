import { randomUUID } from "node:crypto";
import { keepPrizes } from "#app/modules/contest-results/keep-prizes.server.ts";
import { loadKeptResults } from "#app/modules/contest-results/load-kept-results.server.ts";
import type { PrizeDraft } from "#app/modules/contest-results/prizes.ts";
import {
  type CorrectRequest,
  correctRanking,
  publishRanking,
} from "#app/modules/contest-results/publish-ranking.server.ts";
import { correctScores } from "#app/modules/judging/correct-scores.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aContestWithEntries } from "./contests.ts";
import { anOrganiser } from "./events.ts";
import { aJudge, giveAll, type TestJudge } from "./judging.ts";

/** The prizes of the drawing contest: of each age group a first, a second and two third ones. */
export const thePrizes = (changes: Partial<PrizeDraft> = {}): PrizeDraft[] =>
  [
    { rank: 1, count: 1, points: 500, title: { en: "Model car", zh: "车模" } },
    { rank: 2, count: 1, points: 300, title: { en: "Stationery box", zh: "文具礼盒" } },
    { rank: 3, count: 2, points: 200, title: { en: "Stationery box", zh: "文具礼盒" } },
  ].map((prize) => ({ bracket: null, variantId: null, ...prize, ...changes }));

export async function withPrizes(contestId: number, prizes = thePrizes()): Promise<void> {
  const kept = await keepPrizes({ contestId, prizes }, await anOrganiser());
  if (!kept.ok) throw new Error(kept.refusal);
}

/**
 * A drawing contest with prizes whose entries are closed, and one judge who gave each entry the same for all criteria.
 *
 * @param values in the order of `brackets`; an entry left out has not been scored.
 */
export async function aJudgedContest({
  brackets = ["little", "little", "little", "junior", "junior"],
  values = [9, 7, 5, 6, 8],
  prizes = thePrizes(),
}: {
  brackets?: string[];
  values?: number[];
  prizes?: PrizeDraft[];
} = {}) {
  const contest = await aContestWithEntries({ brackets });
  const judge: TestJudge = await aJudge(contest.contestId, "Judge Chen");
  await giveAll(judge, contest.entries.slice(0, values.length), values);
  await withPrizes(contest.contestId, prizes);
  return { ...contest, judge };
}

export type JudgedContest = Awaited<ReturnType<typeof aJudgedContest>>;

/** What whoever publishes has looked at. */
export async function seenOf(contestId: number): Promise<string> {
  return (await keptOf(contestId))?.seen ?? "";
}

/** The page of a contest's result, as whoever keeps it has it. */
export async function keptOf(contestId: number) {
  return loadKeptResults(db(), { ...(await eventOf(contestId)), contestId });
}

/** The event of a contest; of none, no event's. */
export async function eventOf(contestId: number): Promise<{ eventId: number }> {
  const contest = await db().contest.findUnique({ where: { id: contestId } });
  return { eventId: contest?.eventId ?? 999_999 };
}

/** Publishes a contest as its page does. */
export async function publish(contestId: number, now = new Date()) {
  const request = {
    ...{ ...(await eventOf(contestId)), contestId },
    ...{ seen: await seenOf(contestId), requestKey: randomUUID() },
  };
  return publishRanking(request, await anOrganiser(), now);
}

export async function published(contestId: number, now = new Date()): Promise<void> {
  const answer = await publish(contestId, now);
  if (!answer.ok) throw new Error(answer.refusal);
}

export const REASON = { en: "A mark was put down wrong.", zh: "一项评分录入有误。" };

/** Publishes a correction as the contest's page does. */
export async function correct(contestId: number, changes: Partial<CorrectRequest> = {}) {
  const request = {
    ...{ ...(await eventOf(contestId)), contestId },
    ...{ seen: await seenOf(contestId), requestKey: randomUUID() },
  };
  return correctRanking({ ...request, reason: REASON, back: [], ...changes }, await anOrganiser());
}

/** The prizes that entries have, by their numbers: which one, its points, and what became of it. */
export async function awardsOf(contestId: number) {
  const awards = await db().contestAward.findMany({
    where: { entry: { contestId }, endedAt: null },
    orderBy: { entry: { number: "asc" } },
    include: { prize: true, entry: true },
  });
  return awards.map(({ entry, prize, points, handedOverAt }) => ({
    ...{ number: entry.number, rank: prize.rank, points, out: handedOverAt !== null },
  }));
}

export const awardOf = (contestId: number, number: number) =>
  db().contestAward.findFirstOrThrow({
    where: { endedAt: null, entry: { contestId, number } },
    include: { promise: true },
  });

/** Changes what the judge gave an entry, for all criteria. */
export async function regrade(
  { contestId, judge, entries }: JudgedContest,
  number: number,
  value: number,
): Promise<void> {
  const entryId = entries.find((entry) => entry.number === number)?.entryId ?? 0;
  const values = { idea: value, colour: value, care: value };
  const what = { contestId, judgeId: judge.id, entryId, values, reason: "Read wrongly" };
  const answer = await correctScores(what, await anOrganiser());
  if (!answer.ok) throw new Error(answer.refusal);
}

/** Changes an entry behind every rule's back, by its number. */
export const setEntry = (contestId: number, number: number, data: object) =>
  db().contestEntry.update({ where: { contestId_number: { contestId, number } }, data });

/** What the family of an entry has in points, by its number: below nought where some are owed. */
export async function balanceOf({ children }: JudgedContest, number: number): Promise<number> {
  const { available, debt } = await loadBalance(db(), children[number - 1]?.member.accountId ?? 0);
  return available - debt;
}
