import { randomUUID } from "node:crypto";
import { findJudge, makeJudge } from "#app/modules/judging/judge-links.server.ts";
import { saveScores } from "#app/modules/judging/save-scores.server.ts";
import type { GivenScore } from "#app/modules/judging/score.ts";
import { db } from "#app/platform/db.server.ts";
import { anOrganiser } from "./events.ts";

export type TestJudge = {
  id: number;
  contestId: number;
  name: string;
  token: string;
  code: string;
};

/** Somebody who judges a contest, with their link and code. */
export async function aJudge(contestId: number, name: string): Promise<TestJudge> {
  const made = await makeJudge({ contestId, name, requestKey: randomUUID() }, await anOrganiser());
  if (!made.ok) throw new Error(made.refusal);
  const { judgeId, token, code } = made.keys;
  return { id: judgeId, contestId, name, token, code };
}

/** The judge as a request by their link finds them now. */
export async function foundJudge({ token }: Pick<TestJudge, "token">) {
  const judge = await findJudge(db(), token);
  if (!judge) throw new Error("There is no such link.");
  return judge;
}

let sequence = 1_000;

/** A score as a page makes it: later than all before it, unless said otherwise. */
export const aScore = (
  entryId: number,
  criterion: string,
  value: number,
  changes: { key?: string; sequence?: number } = {},
): GivenScore => {
  sequence += 1;
  return { key: randomUUID(), sequence, entryId, criterion, value, ...changes };
};

/** Gives entries the same for all three criteria of `aContestDraft`, in their order. */
export async function giveAll(
  judge: Pick<TestJudge, "id" | "contestId">,
  entries: readonly { entryId: number }[],
  values: readonly number[],
): Promise<void> {
  const scores = entries.flatMap(({ entryId }, at) =>
    ["idea", "colour", "care"].map((key) => aScore(entryId, key, values[at] ?? 5)),
  );
  const saved = await saveScores(judge, scores);
  if (!saved.ok) throw new Error(saved.refusal);
}
