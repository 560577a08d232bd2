import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { lockContest } from "./contest-row.server.ts";
import { readValue } from "./measured.ts";

export type Measured =
  | { ok: true; attempt: number; value: number; left: number }
  | { ok: false; refusal: "no-such-entry" | "not-open" | "unreadable" | "no-more-attempts" };

/**
 * Writes down what somebody did at the spot: the next of their tries.
 *
 * @param measured.id made by the device: sent again it is the same try.
 * @param measured.typed a time or points, as `readValue` reads them.
 */
export function recordAttempt(
  measured: { contestId: number; entryId: number; id: string; typed: string },
  by: number,
): Promise<Measured> {
  return inRetriedTransaction<Measured>(async (tx) => {
    const contest = await lockContest(tx, measured.contestId);
    const entry = await tx.contestEntry.findFirst({
      where: { id: measured.entryId, contestId: measured.contestId, state: "in" },
      select: {
        id: true,
        attempts: { select: { id: true, attempt: true, takenBackAt: true, value: true } },
      },
    });
    if (contest?.terms.kind !== "measured" || !entry)
      return { ok: false, refusal: "no-such-entry" };
    const { terms } = contest;
    const counted = entry.attempts.filter(({ takenBackAt }) => takenBackAt === null).length;
    const known = entry.attempts.find(({ id }) => id === measured.id);
    if (known) {
      const { attempt, value } = known;
      return { ok: true, attempt, value, left: terms.attempts - counted };
    }
    if (contest.state !== "open") return { ok: false, refusal: "not-open" };
    const value = readValue(measured.typed, terms.measure);
    if (value === null) return { ok: false, refusal: "unreadable" };
    if (counted >= terms.attempts) return { ok: false, refusal: "no-more-attempts" };
    const attempt = Math.max(0, ...entry.attempts.map((each) => each.attempt)) + 1;
    await tx.contestAttempt.create({
      data: { id: measured.id, entryId: entry.id, attempt, value, createdBy: by },
    });
    return { ok: true, attempt, value, left: terms.attempts - counted - 1 };
  });
}

/**
 * Takes a try back that was typed wrongly, with a reason: it counts no more. False where there is none to take back. A
 * ranking that is public is corrected then.
 */
export function takeBackAttempt(
  { contestId, attemptId, reason }: { contestId: number; attemptId: string; reason: string },
  actor: Actor,
  now = new Date(),
): Promise<boolean> {
  return inRetriedTransaction(async (tx) => {
    const contest = await lockContest(tx, contestId);
    if (!contest || contest.state === "draft" || contest.state === "called-off") return false;
    const attempt = await tx.contestAttempt.findFirst({
      where: { id: attemptId, takenBackAt: null, entry: { contestId } },
      select: { entryId: true, attempt: true, entry: { select: { number: true } } },
    });
    if (!attempt) return false;
    await tx.contestAttempt.update({
      where: { id: attemptId },
      data: { takenBackAt: now, takenBackBy: actor.by, takenBackWhy: reason },
    });
    await writeAudit(tx, {
      personId: actor.by,
      action: "contest.attempt-taken-back",
      subject: `contest-entry:${attempt.entryId}`,
      detail: { contest: contest.title.en, number: attempt.entry.number, reason },
      address: actor.address,
    });
    return true;
  });
}
