import type { Db } from "#app/platform/db.server.ts";

/**
 * The tries of all entries that are in, by the entry: what counts of them, in the order in which they were made.
 * Milliseconds or points, as the contest measures. What was taken back is left out.
 */
export async function attemptsOf(on: Db, contestId: number): Promise<Map<number, number[]>> {
  const rows = await on.contestAttempt.findMany({
    where: { takenBackAt: null, entry: { contestId, state: "in" } },
    orderBy: [{ entryId: "asc" }, { attempt: "asc" }],
    select: { entryId: true, value: true },
  });
  const attempts = new Map<number, number[]>();
  for (const { entryId, value } of rows) {
    attempts.set(entryId, [...(attempts.get(entryId) ?? []), value]);
  }
  return attempts;
}

/**
 * How many parties voted for each entry of a contest that is in; nobody's vote is told. What a party gave its own, whose
 * it was said after the vote, is none.
 */
export async function votesOf(on: Db, contestId: number): Promise<Map<number, number>> {
  const rows = await on.$queryRaw<{ entryId: number; votes: number }[]>`
    select entry.id as "entryId", count(*)::int as votes
    from contest_vote vote join contest_entry entry on entry.id = vote.entry_id and entry.state = 'in'
    where vote.contest_id = ${contestId} and vote.registration_id is distinct from entry.registration_id
    group by entry.id`;
  return new Map(rows.map(({ entryId, votes }) => [entryId, votes]));
}

/** Whom staff chose, in each bracket the last: by the bracket, `""` where there is one ranking of all. */
export async function choicesOf(on: Db, contestId: number) {
  const rows = await on.contestChoice.findMany({
    where: { contestId, entry: { state: "in" } },
    orderBy: { id: "asc" },
  });
  return new Map(
    rows.map(({ bracket, entryId, reasonEn, reasonZh }) => [
      bracket ?? "",
      { entryId, reason: { en: reasonEn, zh: reasonZh } },
    ]),
  );
}
