import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { type KeptContest, lockContest } from "./contest-row.server.ts";
import { newTieSeed } from "./tie-seed.server.ts";

export type EntriesClosed =
  | { ok: true; entries: number; tieCommitment: string }
  | { ok: false; refusal: "no-such-contest" | "not-open" | "nobody" }
  /** Numbers of entries that are nobody's, of no bracket, or without their picture: they cannot be ranked. */
  | { ok: false; refusal: "unsettled"; numbers: number[] };

/**
 * Takes no more entries: who is in can be ranked from then on, and the promise of the seed for a last tie is public. The
 * promise stays when entries are opened and closed again.
 */
export function closeEntries(
  contestId: number,
  actor: Actor,
  now = new Date(),
): Promise<EntriesClosed> {
  return inRetriedTransaction<EntriesClosed>(async (tx) => {
    const contest = await lockContest(tx, contestId);
    if (!contest) return { ok: false, refusal: "no-such-contest" };
    if (contest.state !== "open") return { ok: false, refusal: "not-open" };
    const entries = await tx.contestEntry.count({ where: { contestId, state: "in" } });
    if (entries === 0) return { ok: false, refusal: "nobody" };
    const numbers = await unsettledNumbers(tx, contest);
    if (numbers.length > 0) return { ok: false, refusal: "unsettled", numbers };
    const { tieCommitment } = await tx.contest.update({
      where: { id: contestId },
      data: {
        ...{ state: "closed", closedAt: now },
        ...(contest.tieCommitment === null && (await newTieSeed(contestId))),
      },
      select: { tieCommitment: true },
    });
    const told = { contest: contest.title.en, entries, tieCommitment: tieCommitment as string };
    await note(tx, contestId, "contest.closed", told, actor);
    return { ok: true, entries, tieCommitment: told.tieCommitment };
  });
}

/** Takes entries again, of a contest that was closed too early. False where it is not closed, or public. */
export function reopenEntries(contestId: number, actor: Actor): Promise<boolean> {
  return inRetriedTransaction(async (tx) => {
    const contest = await lockContest(tx, contestId);
    if (contest?.state !== "closed") return false;
    await tx.contest.update({
      where: { id: contestId },
      data: { state: "open", closedAt: null },
      select: { id: true },
    });
    await note(tx, contestId, "contest.reopened", { contest: contest.title.en }, actor);
    return true;
  });
}

/** The entries that cannot be ranked as they are, by their numbers. */
export async function unsettledNumbers(
  on: Db,
  { id, terms, brackets }: Pick<KeptContest, "id" | "terms" | "brackets">,
): Promise<number[]> {
  const rows = await on.contestEntry.findMany({
    where: {
      ...{ contestId: id, state: "in" },
      OR: [
        { registrationPersonId: null, erasedAt: null },
        ...(brackets.length > 0 ? [{ bracket: null }] : []),
        ...(terms.kind === "pictures" ? [{ pictures: { none: { removedAt: null } } }] : []),
      ],
    },
    orderBy: { number: "asc" },
    select: { number: true },
  });
  return rows.map(({ number }) => number);
}

const note = (
  tx: Db,
  contestId: number,
  action: "contest.closed" | "contest.reopened",
  detail: Record<string, string | number>,
  { by, address }: Actor,
) => writeAudit(tx, { personId: by, action, subject: `contest:${contestId}`, detail, address });
