import { holdsUntil, isHeld } from "#app/modules/leads/holding.ts";
import { readLeadClock } from "#app/modules/leads/lead-clock.server.ts";
import { type LeadMover, moverNote } from "#app/modules/leads/lead-mover.ts";
import { noteLeadStep } from "#app/modules/leads/lead-step.server.ts";
import { type LockedLead, lockLead } from "#app/modules/leads/lock-lead.server.ts";
import { actionAt, NEXT_HOURS } from "#app/modules/leads/next-action.ts";
import { writeLead } from "#app/modules/leads/write-lead.server.ts";
import { dueWithin } from "#app/modules/working-hours/due-within.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { canBeFoundAgain } from "./ending.ts";

export type FoundAgain =
  | { ok: true; repeated: boolean }
  | {
      ok: false;
      refusal:
        | "not-found"
        | "changed-meanwhile"
        /** The friend withdrew, or the lead goes on as another. */
        | "over"
        /** By now the friend is another referrer's. */
        | "held-by-another";
    };

/**
 * Takes up again a lead that was declined or lost, at the stage that it had reached, unless somebody else holds the
 * friend by now. Asked again, nothing happens.
 *
 * @param now for tests; the database's clock otherwise.
 */
export async function findLeadAgain(
  { leadId, revision }: { leadId: number; revision: number | null },
  mover: LeadMover,
  now?: Date,
): Promise<FoundAgain> {
  return inRetriedTransaction(async (tx) => {
    const lead = await lockWithFriend(tx, leadId, now);
    if (!lead) return { ok: false, refusal: "not-found" };
    if (!lead.ended) return { ok: true, repeated: true };
    if (!canBeFoundAgain(lead.ended) || lead.review === "refused") {
      return { ok: false, refusal: "over" };
    }
    if (revision !== null && revision !== lead.revision)
      return { ok: false, refusal: "changed-meanwhile" };
    if (await isAnothers(tx, lead)) return { ok: false, refusal: "held-by-another" };
    await reopenLead(tx, lead, mover);
    return { ok: true, repeated: false };
  });
}

/** Locks a lead while nobody names the same friend. The friend comes first, as where a lead is handed in. */
export async function lockWithFriend(
  tx: Db,
  leadId: number,
  now?: Date,
): Promise<LockedLead | null> {
  await takeFriendsTurn(tx, leadId);
  return lockLead(tx, leadId, now);
}

/** Keeps others from naming or making a member of the friend of a lead until the caller's transaction ends. */
export async function takeFriendsTurn(tx: Db, leadId: number): Promise<void> {
  const known = await tx.lead.findUnique({ where: { id: leadId }, select: { phoneHash: true } });
  if (known) await takeTurns(tx, "friend", Buffer.from(known.phoneHash).toString("hex"));
}

/** Whether another lead holds the friend. */
export async function isAnothers(tx: Db, lead: LockedLead): Promise<boolean> {
  const others = await tx.$queryRaw<
    { ended: string | null; stage: string; holdsUntil: Date }[]
  >`select other.ended, other.stage, other.holds_until as "holdsUntil" from lead other
    join lead on lead.phone_hash = other.phone_hash and lead.id <> other.id
    where lead.id = ${lead.id} and other.review is distinct from 'refused'`;
  return others.some((other) => isHeld(other, lead.now));
}

/** Opens what had ended, with a new time for what is next. */
export async function reopenLead(tx: Db, lead: LockedLead, mover: LeadMover): Promise<void> {
  const { hours, time, referrals } = await readLeadClock(tx, {
    storeId: lead.storeId,
    now: lead.now,
  });
  const first = lead.metAt === null;
  const within = first ? referrals.firstContactHours : NEXT_HOURS;
  await writeLead(tx, lead.id, {
    ...{ ended: null, endReason: null },
    holdsUntil: holdsUntil(lead.now, referrals.holdDays, time),
    nextAction: first ? "first-call" : actionAt(lead.stage),
    nextDueAt: dueWithin(lead.now, within, hours, time),
  });
  await noteLeadStep(tx, lead, "found-again", moverNote(mover));
  if (mover.by === null) return;
  await writeAudit(tx, {
    personId: mover.by,
    action: "lead.found-again",
    subject: `lead:${lead.id}`,
    address: mover.address,
  });
}
