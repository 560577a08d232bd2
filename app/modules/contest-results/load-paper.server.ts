import type { KeptContest } from "#app/modules/contests/contest-row.server.ts";
import { attemptsOf, choicesOf, votesOf } from "#app/modules/contests/load-outcomes.server.ts";
import { judgedEntries } from "#app/modules/judging/judging.ts";
import { loadToJudge } from "#app/modules/judging/load-judging.server.ts";
import { byBracket } from "#app/modules/judging/load-ranking.server.ts";
import { writeSheet } from "#app/modules/judging/sheet.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Ranked, RankedPlace } from "./ranked.server.ts";
import { type RankingPaper, writeRankingPaper } from "./ranking-paper.ts";

/**
 * The paper of a version of a ranking, as it is published and kept for good.
 *
 * @param contest whose seed has been told.
 */
export async function writePaperOf(
  on: Db,
  contest: KeptContest,
  ranked: Ranked,
  { version, seed }: { version: number; seed: string },
): Promise<string> {
  const { id, title, terms, tieCommitment } = contest;
  const ranks = new Map(ranked.prizes.map((prize) => [prize.id, prize.rank]));
  const prizeOf = (entryId: number) =>
    (ranked.allotted.ok && ranks.get(ranked.allotted.prizes.get(entryId) ?? 0)) || null;
  return writeRankingPaper({
    ...{ contest: id, version, title: `${title.en} / ${title.zh}`, kind: terms.kind },
    ...{ how: howOf(contest), seed, commitment: tieCommitment ?? "" },
    prizes: ranked.prizes.map(({ bracket, rank, count, title: words }) => ({
      ...{ bracket, rank, count, title: `${words.en} / ${words.zh}` },
    })),
    facts: await factsOf(on, contest, ranked.places),
    places: ranked.places.map(({ entryId, bracket, rank, number, total, tie }) => ({
      ...{ bracket, rank, number, total, tie, prize: prizeOf(entryId) },
    })),
  });
}

function howOf({ terms }: KeptContest): RankingPaper["how"] {
  if (terms.kind === "pictures") {
    return terms.criteria.map(({ key, weight }) => ({
      name: "criterion",
      value: `${key} ${weight}`,
    }));
  }
  if (terms.kind === "chosen") return [{ name: "by", value: terms.by }];
  return [{ name: "measure", value: `${terms.measure} ${terms.better}` }];
}

/** What the ranking follows from, a line each, by numbers alone. */
async function factsOf(
  on: Db,
  contest: KeptContest,
  places: readonly RankedPlace[],
): Promise<string[]> {
  if (contest.terms.kind === "pictures") return judgementsOf(on, contest);
  const known = await knownOf(on, contest);
  return [...places]
    .sort((a, b) => a.number - b.number)
    .map(({ entryId, bracket, number }) =>
      [bracket ?? "-", number, ...(known.get(entryId) ?? [])].join(" "),
    );
}

/** What each judge gave each entry, as the sheet of the judging has it. */
async function judgementsOf(on: Db, contest: KeptContest): Promise<string[]> {
  const { criteria, entries, judges } = await loadToJudge(on, contest.id);
  const sheet = writeSheet({
    ...{ contest: contest.id, commitment: contest.tieCommitment, criteria },
    brackets: byBracket(contest, entries).map((group) => ({
      bracket: group.bracket,
      entries: judgedEntries(judges, criteria, group.entries),
    })),
  });
  return sheet
    .slice(sheet.indexOf("\n\n") + 2)
    .split("\n")
    .filter((line) => line !== "");
}

/** What was measured of each entry, how many votes it had, or that it was chosen. */
async function knownOf(on: Db, { id, terms }: KeptContest): Promise<Map<number, number[]>> {
  if (terms.kind === "measured") return attemptsOf(on, id);
  if (terms.kind === "chosen" && terms.by === "vote") {
    return new Map([...(await votesOf(on, id))].map(([entryId, votes]) => [entryId, [votes]]));
  }
  const chosen = await choicesOf(on, id);
  return new Map([...chosen.values()].map(({ entryId }) => [entryId, [1]]));
}
