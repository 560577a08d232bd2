import type { Db } from "#app/platform/db.server.ts";
import type { DelayReason } from "./early-access.ts";

/**
 * Keeps what a member says against a delay of their early access, once.
 *
 * @returns false where it is not theirs, they have objected before, or it is over.
 */
export async function objectToDelay(
  db: Db,
  { memberId, delayId, words }: { memberId: number; delayId: number; words: string },
  now = new Date(),
): Promise<boolean> {
  const { count } = await db.earlyAccessDelay.updateMany({
    where: { id: delayId, memberId, objection: null, until: { gt: now } },
    data: { objection: words, objectedAt: now },
  });
  return count === 1;
}

export type AnsweredDelay = { registrationId: number; why: DelayReason; until: Date };

/**
 * Writes down what the club answers to an objection, in the caller's transaction; one that was withdrawn delays
 * nothing any more.
 *
 * @returns null where there is no objection that waits for an answer.
 */
export async function answerObjectionIn(
  tx: Db,
  given: { delayId: number; answer: "withdrawn" | "stays"; note: string; by: number; now: Date },
): Promise<AnsweredDelay | null> {
  const { delayId, answer, note, by, now } = given;
  const [answered] = await tx.earlyAccessDelay.updateManyAndReturn({
    where: { id: delayId, objectedAt: { not: null }, answeredAt: null },
    data: { answer, answerNote: note, answeredBy: by, answeredAt: now },
    select: { registrationId: true, why: true, until: true },
  });
  return answered ? { ...answered, why: answered.why as DelayReason } : null;
}

/** A member's delays that are not over, or of which something is to be read, the newest first. */
export function loadDelays(db: Db, memberId: number, now = new Date()) {
  return db.earlyAccessDelay.findMany({
    where: { memberId, until: { gt: now } },
    orderBy: { id: "desc" },
    select: {
      id: true,
      why: true,
      until: true,
      objection: true,
      objectedAt: true,
      answer: true,
      answerNote: true,
      registration: { select: { event: { select: { plan: true } } } },
    },
  });
}

/** What somebody who leaves the club wrote against delays, and what was written to them, is forgotten. */
export async function forgetObjections(tx: Db, memberId: number): Promise<void> {
  await tx.earlyAccessDelay.updateMany({
    where: { memberId, objection: { not: null } },
    data: { objection: null, objectedAt: null, answerNote: null },
  });
}
