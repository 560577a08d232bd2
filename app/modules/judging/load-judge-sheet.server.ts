import { contestOf } from "#app/modules/contests/contest-row.server.ts";
import { entriesOf } from "#app/modules/contests/entries-of.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { FoundJudge } from "./judge-links.server.ts";
import { judgeOrder } from "./judge-order.ts";
import { loadJudges } from "./load-judging.server.ts";
import { isReplaced } from "./replaced.ts";

/** An entry as its judge sees it: a number, pictures and what they gave; nobody's name, and no other judge. */
export type SheetEntry = {
  id: number;
  number: number;
  bracket: string | null;
  /** Ids, for their addresses. */
  pictures: number[];
  values: Record<string, number>;
  comment: string;
  /** Of the judge's own family: nothing is asked for it. */
  isOwn: boolean;
  /** It has got another picture since they scored it. */
  isReplaced: boolean;
};

/**
 * All that a judge is shown, in this judge's order.
 *
 * @param judge with id 0, what a judge sees who has given nothing yet.
 */
export async function loadJudgeSheet(on: Db, judge: Pick<FoundJudge, "id" | "contestId">) {
  const contest = await contestOf(on, judge.contestId);
  if (contest?.terms.kind !== "pictures") return null;
  const entries = await entriesOf(on, contest.id);
  const [own] = await loadJudges(on, contest.id, judge.id);
  const { title, about, terms, brackets, eventId } = contest;
  return {
    ...{ title, about, eventId },
    criteria: terms.criteria,
    isDone: own?.doneAt != null,
    entries: judgeOrder(judge.id, brackets, entries).map(
      ({ id, number, bracket, pictures, replacedAt }): SheetEntry => ({
        ...{ id, number, bracket },
        pictures: pictures.map((picture) => picture.id),
        values: own?.scores.get(id) ?? {},
        comment: own?.comments.get(id) ?? "",
        isOwn: own?.conflicts.has(id) ?? false,
        isReplaced: isReplaced(replacedAt, own?.givenAt.get(id)),
      }),
    ),
  };
}

export type JudgeSheet = NonNullable<Awaited<ReturnType<typeof loadJudgeSheet>>>;
