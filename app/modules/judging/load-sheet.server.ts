import { contestOf } from "#app/modules/contests/contest-row.server.ts";
import { entriesOf } from "#app/modules/contests/entries-of.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { judgedEntries } from "./judging.ts";
import { loadJudges } from "./load-judging.server.ts";
import { byBracket } from "./load-ranking.server.ts";
import { writeSheet } from "./sheet.ts";

/** The sheet of a contest of an event, as docs/judging.md describes it; null where there is none that is judged. */
export async function loadSheet(
  on: Db,
  eventId: number,
  contestId: number,
): Promise<string | null> {
  const contest = await contestOf(on, contestId);
  if (contest?.eventId !== eventId || contest.terms.kind !== "pictures") return null;
  const { criteria } = contest.terms;
  const entries = await entriesOf(on, contestId);
  const judges = await loadJudges(on, contestId);
  return writeSheet({
    ...{ contest: contestId, commitment: contest.tieCommitment, criteria },
    brackets: byBracket(contest, entries).map((group) => ({
      bracket: group.bracket,
      entries: judgedEntries(judges, criteria, group.entries),
    })),
  });
}
