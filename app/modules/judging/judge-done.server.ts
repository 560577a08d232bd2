import { db } from "#app/platform/db.server.ts";
import type { FoundJudge } from "./judge-links.server.ts";
import { missingOf } from "./judging.ts";
import { loadToJudge } from "./load-judging.server.ts";

/** `missing`: the numbers of the entries that the judge has still to score. */
export type SaidDone = { ok: true } | { ok: false; missing: number[] };

/** Notes that a judge says to be done, which holds once nothing is missing; what comes later is asked for all the same. */
export async function sayDone(judge: Pick<FoundJudge, "id" | "contestId">): Promise<SaidDone> {
  const { criteria, entries, judges } = await loadToJudge(db(), judge.contestId, judge.id);
  const [own] = judges;
  const missing = own ? missingOf(own, criteria, entries) : [];
  if (missing.length > 0) return { ok: false, missing: missing.map(({ number }) => number) };
  await db().judge.update({
    where: { id: judge.id },
    data: { doneAt: new Date() },
    select: { id: true },
  });
  return { ok: true };
}

/** Takes it back: the judge wants to look again. */
export async function sayNotDone(judge: Pick<FoundJudge, "id">): Promise<void> {
  await db().judge.update({
    where: { id: judge.id },
    data: { doneAt: null },
    select: { id: true },
  });
}
