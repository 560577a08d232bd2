import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { lockContest } from "./contest-row.server.ts";
import { readValue } from "./measured.ts";

/** As many as the table holds of an entry, those that were taken back too. */
const MOST_TRIES = 99;

type Refused<Refusal> = { ok: false; refusal: Refusal };
/** What was typed is no time and no points, or they have had all their tries. */
type NoTry = Refused<"unreadable" | "no-more-attempts">;

export type Measured =
  | { ok: true; attempt: number; value: number; left: number }
  | Refused<"no-such-entry" | "not-open">
  | NoTry;

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
    const found = await findTries(tx, measured);
    if (!found) return { ok: false, refusal: "no-such-entry" };
    const { contest, terms, entry } = found;
    const counted = countedOf(entry);
    const known = entry.attempts.find(({ id }) => id === measured.id);
    if (known) {
      const { attempt, value } = known;
      return { ok: true, attempt, value, left: terms.attempts - counted };
    }
    if (contest.state !== "open") return { ok: false, refusal: "not-open" };
    const next = nextTry(found, measured.typed);
    if (!next.ok) return next;
    const { attempt, value } = next;
    await tx.contestAttempt.create({
      data: { id: measured.id, entryId: entry.id, attempt, value, createdBy: by },
    });
    return { ok: true, attempt, value, left: terms.attempts - counted - 1 };
  });
}

export type AttemptAdded =
  | { ok: true; number: number }
  /** `settled`: entries are open, it is withdrawn or nobody's, or a try was added or taken back meanwhile. */
  | Refused<"settled">
  | NoTry;

/**
 * Adds a try that was forgotten at its table, with a reason, once entries are closed. A ranking that is public is corrected
 * then.
 *
 * @param added.id made with the form: sent again it is the same try.
 * @param added.seen how many tries of the entry there were, those that were taken back too: of two who add the same one
 *   the second is told.
 */
export function addAttempt(
  added: {
    contestId: number;
    entryId: number;
    id: string;
    typed: string;
    seen: number;
    reason: string;
  },
  actor: Actor,
): Promise<AttemptAdded> {
  return inRetriedTransaction<AttemptAdded>(async (tx) => {
    const found = await findTries(tx, added);
    if (!found) return { ok: false, refusal: "settled" };
    const { contest, entry } = found;
    const { number } = entry;
    const known = await tx.contestAttempt.findUnique({ where: { id: added.id } });
    if (known?.entryId === entry.id) return { ok: true, number };
    const isOver = contest.state === "closed" || contest.state === "published";
    const isOther = known !== null || entry.attempts.length !== added.seen;
    if (!isOver || entry.erasedAt !== null || isOther) {
      return { ok: false, refusal: "settled" };
    }
    const next = nextTry(found, added.typed);
    if (!next.ok) return next;
    const { attempt, value } = next;
    const { id, reason } = added;
    await tx.contestAttempt.create({
      data: { id, entryId: entry.id, attempt, value, createdBy: actor.by, addedWhy: reason },
    });
    await writeAudit(tx, {
      personId: actor.by,
      action: "contest.attempt-added",
      subject: `contest-entry:${entry.id}`,
      detail: { contest: contest.title.en, number, reason },
      address: actor.address,
    });
    return { ok: true, number };
  });
}

/** An entry that is in, with its tries, and its contest, locked; null where nothing is measured of it. */
async function findTries(tx: Db, { contestId, entryId }: { contestId: number; entryId: number }) {
  const contest = await lockContest(tx, contestId);
  const entry = await tx.contestEntry.findFirst({
    where: { id: entryId, contestId, state: "in" },
    select: {
      ...{ id: true, number: true, erasedAt: true },
      attempts: { select: { id: true, attempt: true, takenBackAt: true, value: true } },
    },
  });
  if (contest?.terms.kind !== "measured" || !entry) return null;
  return { contest, terms: contest.terms, entry };
}

type Tries = NonNullable<Awaited<ReturnType<typeof findTries>>>;

const countedOf = ({ attempts }: Tries["entry"]) =>
  attempts.filter(({ takenBackAt }) => takenBackAt === null).length;

/** The try after those that there are. */
function nextTry(
  { terms, entry }: Tries,
  typed: string,
): { ok: true; attempt: number; value: number } | NoTry {
  const value = readValue(typed, terms.measure);
  if (value === null) return { ok: false, refusal: "unreadable" };
  const attempt = Math.max(0, ...entry.attempts.map((each) => each.attempt)) + 1;
  if (countedOf(entry) >= terms.attempts || attempt > MOST_TRIES) {
    return { ok: false, refusal: "no-more-attempts" };
  }
  return { ok: true, attempt, value };
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
