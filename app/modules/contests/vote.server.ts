import type { Actor } from "#app/modules/access/actor.ts";
import { loadKeptMarks } from "#app/modules/attendance/load-kept-marks.server.ts";
import { staysOf } from "#app/modules/attendance/presence.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { lockContest } from "./contest-row.server.ts";

export type Voted =
  | { ok: true; changed: boolean }
  | {
      ok: false;
      refusal: "no-such-entry" | "no-such-party" | "not-open" | "not-come" | "own-child";
    };

/**
 * Gives a party's vote, or gives it to another: one a party, as long as the contest is open. Only a party that came
 * has one, and not for somebody of its own.
 *
 * @param memberId whose party it must be; null where staff do it on their phone.
 */
export function vote(
  given: { contestId: number; entryId: number; registrationId: number; memberId: number | null },
  by: number,
  now = new Date(),
): Promise<Voted> {
  return inRetriedTransaction<Voted>(async (tx) => {
    const { contestId, entryId, registrationId, memberId } = given;
    const contest = await lockContest(tx, contestId);
    const isVote = contest?.terms.kind === "chosen" && contest.terms.by === "vote";
    const entry = await tx.contestEntry.findFirst({
      where: { id: entryId, contestId, state: "in" },
      select: { registrationId: true },
    });
    if (!contest || !isVote || !entry) return { ok: false, refusal: "no-such-entry" };
    const party = await tx.registration.findFirst({
      where: {
        ...{ id: registrationId, eventId: contest.eventId },
        ...(memberId !== null && { memberId }),
      },
      select: { id: true },
    });
    if (!party) return { ok: false, refusal: "no-such-party" };
    if (contest.state !== "open") return { ok: false, refusal: "not-open" };
    if (!(await partiesLetIn(tx, contest.eventId, [registrationId])).has(registrationId)) {
      return { ok: false, refusal: "not-come" };
    }
    if (entry.registrationId === registrationId) return { ok: false, refusal: "own-child" };
    const where = { contestId_registrationId: { contestId, registrationId } };
    const before = await tx.contestVote.findUnique({ where });
    if (before?.entryId === entryId) return { ok: true, changed: false };
    if (before) {
      await tx.contestVote.update({ where, data: { entryId, createdBy: by, changedAt: now } });
    } else {
      await tx.contestVote.create({ data: { contestId, registrationId, entryId, createdBy: by } });
    }
    return { ok: true, changed: before !== null };
  });
}

/** Of which parties of an event anybody was let in. */
export async function partiesLetIn(
  on: Db,
  eventId: number,
  registrationIds: readonly number[],
): Promise<ReadonlySet<number | null>> {
  const stays = staysOf(await loadKeptMarks(on, eventId, registrationIds));
  return new Set(stays.map(({ registrationId }) => registrationId));
}

export type Chosen = { ok: true } | { ok: false; refusal: "no-such-entry" | "settled" };

/**
 * Writes down whom staff choose of the entry's bracket, and why. Chosen anew before it is public, the last one holds.
 */
export function chooseEntry(
  { contestId, entryId, reason }: { contestId: number; entryId: number; reason: InBoth },
  actor: Actor,
): Promise<Chosen> {
  return inRetriedTransaction<Chosen>(async (tx) => {
    const contest = await lockContest(tx, contestId);
    const isChoice = contest?.terms.kind === "chosen" && contest.terms.by === "choice";
    const entry = await tx.contestEntry.findFirst({
      where: { id: entryId, contestId, state: "in" },
      select: { number: true, bracket: true },
    });
    if (!contest || !isChoice || !entry) return { ok: false, refusal: "no-such-entry" };
    if (contest.state !== "open" && contest.state !== "closed") {
      return { ok: false, refusal: "settled" };
    }
    await tx.contestChoice.create({
      data: {
        ...{ contestId, entryId, bracket: entry.bracket, createdBy: actor.by },
        ...{ reasonEn: reason.en, reasonZh: reason.zh },
      },
    });
    await writeAudit(tx, {
      personId: actor.by,
      action: "contest.chosen",
      subject: `contest-entry:${entryId}`,
      detail: { contest: contest.title.en, number: entry.number, reason: reason.en },
      address: actor.address,
    });
    return { ok: true };
  });
}
