import { contestOf, type KeptContest } from "#app/modules/contests/contest-row.server.ts";
import { entriesOf } from "#app/modules/contests/entries-of.server.ts";
import { attemptsOf, choicesOf, votesOf } from "#app/modules/contests/load-outcomes.server.ts";
import { fingerprintOf } from "#app/modules/draws/sequence.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type EntryToJudge, judgedEntries, type MissingScores, missingScores } from "./judging.ts";
import { loadJudges } from "./load-judging.server.ts";
import { type Place, rankJudged, rankMeasured, rankVoted } from "./ranking.ts";
import { writeSheet } from "./sheet.ts";

export type RankedBracket = {
  /** Null: one ranking of all. */
  bracket: string | null;
  places: Place[];
  /** Entries that were neither measured nor voted for: they have no place. */
  without: { entryId: number; number: number }[];
};

/** What a contest comes to as it stands. */
export type Ranking =
  | {
      ready: true;
      brackets: RankedBracket[];
      /** SHA-256 of all that it follows from: another one means that something was changed since. */
      fingerprint: string;
    }
  | {
      ready: false;
      /** What judges who count have still to give, or to be excluded for. */
      missing: MissingScores[];
      /** Entries that no judge may judge, and those of no bracket of the contest. */
      unjudged: EntryToJudge[];
      /** Brackets in which staff have chosen nobody. */
      unchosen: (string | null)[];
    };

/**
 * The ranking of a contest, or what it still waits for. Whoever publishes asks under the contest's lock. Without entries
 * it is not ready, though nothing is missing.
 *
 * @param seed settles who is level in everything: the contest's, once it has been told. Before that, they share their rank
 *   and `tie` is `draw`; whoever publishes gives what `markPublished` answered.
 */
export async function loadRanking(on: Db, contestId: number, seed?: string): Promise<Ranking> {
  const contest = await contestOf(on, contestId);
  if (!contest) throw new Error(`There is no contest ${contestId}.`);
  const entries = await entriesOf(on, contestId);
  const groups = byBracket(contest, entries);
  const stray = entries.filter(
    ({ id }) => !groups.some((group) => group.entries.some((entry) => entry.id === id)),
  );
  const drawn = seed ?? contest.tieSeed;
  if (entries.length === 0 || stray.length > 0) return waiting({ unjudged: stray });
  switch (contest.terms.kind) {
    case "pictures":
      return rankPictures(on, contest, groups, drawn);
    case "measured":
      return rankTried(groups, contest.terms.better, await attemptsOf(on, contestId), drawn);
    case "chosen":
      return contest.terms.by === "vote"
        ? rankVotes(groups, await votesOf(on, contestId), drawn)
        : rankChoices(groups, await choicesOf(on, contestId));
  }
}

type Group = { bracket: string | null; entries: EntryToJudge[] };

/** Entries by the contest's brackets, those without an entry left out. */
export function byBracket<Entry extends EntryToJudge>(
  { brackets }: Pick<KeptContest, "brackets">,
  entries: readonly Entry[],
): { bracket: string | null; entries: Entry[] }[] {
  if (brackets.length === 0) return [{ bracket: null, entries: [...entries] }];
  return brackets
    .map((bracket) => ({
      bracket,
      entries: entries.filter((entry) => entry.bracket === bracket),
    }))
    .filter((group) => group.entries.length > 0);
}

const waiting = (what: Partial<Extract<Ranking, { ready: false }>>): Ranking => ({
  ...{ ready: false, missing: [], unjudged: [], unchosen: [] },
  ...what,
});

async function rankPictures(
  on: Db,
  contest: KeptContest,
  groups: readonly Group[],
  seed: string | null,
): Promise<Ranking> {
  if (contest.terms.kind !== "pictures") throw new Error("It is not judged.");
  const { criteria } = contest.terms;
  const judges = await loadJudges(on, contest.id);
  const entries = groups.flatMap((group) => group.entries);
  const missing = missingScores(judges, criteria, entries);
  const judged = groups.map((group) => ({
    bracket: group.bracket,
    entries: judgedEntries(judges, criteria, group.entries),
  }));
  const unjudged = mayNobodyJudge(judges, entries);
  if (missing.length > 0 || unjudged.length > 0) return waiting({ missing, unjudged });
  const sheet = writeSheet({
    ...{ contest: contest.id, commitment: contest.tieCommitment, criteria, brackets: judged },
  });
  return {
    ready: true,
    brackets: judged.map((group) => ({
      bracket: group.bracket,
      places: rankJudged(criteria, group.entries, group.bracket, seed),
      without: [],
    })),
    fingerprint: fingerprintOf(sheet),
  };
}

const mayNobodyJudge = (
  judges: readonly { isExcluded: boolean; conflicts: ReadonlySet<number> }[],
  entries: readonly EntryToJudge[],
) =>
  entries.filter(({ id }) =>
    judges.every(({ isExcluded, conflicts }) => isExcluded || conflicts.has(id)),
  );

/** Ranks entries of which something is known, by `rank`; the others have no place. */
function rankKnown<Known>(
  groups: readonly Group[],
  known: (entry: EntryToJudge) => Known | null,
  rank: (
    entries: { entryId: number; number: number; known: Known }[],
    bracket: string | null,
  ) => Place[],
): Ranking {
  const brackets = groups.map(({ bracket, entries }) => {
    const found = entries.flatMap((entry) => {
      const what = known(entry);
      return what === null ? [] : [{ entryId: entry.id, number: entry.number, known: what }];
    });
    const without = entries
      .filter(({ id }) => !found.some(({ entryId }) => entryId === id))
      .map(({ id, number }) => ({ entryId: id, number }));
    return { bracket, places: rank(found, bracket), without, found };
  });
  const facts = brackets.map(({ bracket, found }) => [
    bracket,
    found.map((each) => [each.number, each.known]),
  ]);
  return {
    ready: true,
    brackets: brackets.map(({ found: _, ...ranked }) => ranked),
    fingerprint: fingerprintOf(JSON.stringify(facts)),
  };
}

const rankTried = (
  groups: readonly Group[],
  better: "less" | "more",
  attempts: ReadonlyMap<number, number[]>,
  seed: string | null,
): Ranking =>
  rankKnown(
    groups,
    ({ id }) => attempts.get(id) ?? null,
    (entries, bracket) =>
      rankMeasured(
        entries.map(({ known, ...entry }) => ({ ...entry, attempts: known })),
        better,
        bracket,
        seed,
      ),
  );

const rankVotes = (
  groups: readonly Group[],
  votes: ReadonlyMap<number, number>,
  seed: string | null,
): Ranking =>
  rankKnown(
    groups,
    ({ id }) => votes.get(id) ?? null,
    (entries, bracket) =>
      rankVoted(
        entries.map(({ known, ...entry }) => ({ ...entry, votes: known })),
        bracket,
        seed,
      ),
  );

function rankChoices(
  groups: readonly Group[],
  choices: ReadonlyMap<string, { entryId: number }>,
): Ranking {
  const unchosen = groups
    .filter(({ bracket }) => !choices.has(bracket ?? ""))
    .map(({ bracket }) => bracket);
  if (unchosen.length > 0) return waiting({ unchosen });
  const chosen = new Set([...choices.values()].map(({ entryId }) => entryId));
  return rankKnown(
    groups,
    ({ id }) => (chosen.has(id) ? 1 : null),
    (entries, bracket) =>
      rankVoted(
        entries.map(({ known, ...entry }) => ({ ...entry, votes: known })),
        bracket,
        null,
      ),
  );
}
