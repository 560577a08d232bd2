import type { Contest } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type ContestState, type OpenTo, readTerms } from "./terms.ts";

/** A contest as it is kept, read; the sealed seed stays where it is. */
const readContest = (row: Contest) => ({
  ...{ id: row.id, eventId: row.eventId, revision: row.revision },
  state: row.state as ContestState,
  title: { en: row.titleEn, zh: row.titleZh },
  about: { en: row.aboutEn, zh: row.aboutZh },
  terms: readTerms(row.kind, row.terms),
  brackets: row.brackets,
  openTo: row.openTo as OpenTo,
  entriesUntil: row.entriesUntil,
  ...{ tieCommitment: row.tieCommitment, tieSeed: row.tieSeed, tieSealedSeed: row.tieSealedSeed },
  ...{ openedAt: row.openedAt, closedAt: row.closedAt, publishedAt: row.publishedAt },
  calledOff: row.calledOffAt && { en: row.calledOffEn ?? "", zh: row.calledOffZh ?? "" },
});

export type KeptContest = ReturnType<typeof readContest>;

/**
 * Reads a contest and keeps everybody else who changes it waiting until the transaction ends: whoever comes second
 * sees what the first one did. Whoever decides something of a contest (an entry, a score's end, a ranking) begins so.
 *
 * @returns null where there is none.
 */
export async function lockContest(tx: Db, contestId: number): Promise<KeptContest | null> {
  await tx.$queryRaw`select id from contest where id = ${contestId} for update`;
  return contestOf(tx, contestId);
}

/** A contest; null where there is none. */
export async function contestOf(on: Db, contestId: number): Promise<KeptContest | null> {
  const row = await on.contest.findUnique({ where: { id: contestId } });
  return row && readContest(row);
}

/** All contests of an event, in their order. */
export async function contestsOfEvent(on: Db, eventId: number): Promise<KeptContest[]> {
  const rows = await on.contest.findMany({
    where: { eventId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return rows.map(readContest);
}
