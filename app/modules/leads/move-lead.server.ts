import { dueWithin } from "#app/modules/working-hours/due-within.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { needsYes } from "./friend-yes.ts";
import { holdsUntil } from "./holding.ts";
import { type LeadClock, readLeadClock } from "./lead-clock.server.ts";
import { type LeadMover, moverNote } from "./lead-mover.ts";
import { noteLeadStep } from "./lead-step.server.ts";
import { type LockedLead, lockLead } from "./lock-lead.server.ts";
import { actionAt, NEXT_HOURS, type NextAction } from "./next-action.ts";
import { settleRewards } from "./settle-rewards.server.ts";
import { settleWelcome } from "./settle-welcome.server.ts";
import { decideMove, type LossReason, type MoveRefusal, type Stage } from "./stage.ts";

export type LeadMove = {
  leadId: number;
  to: Exclude<Stage, "submitted">;
  /** Where it goes back: why, which the referrer reads beside the points that are taken back. */
  reason: LossReason | null;
  /** What the page that was read said of it; another program has read none. */
  revision: number | null;
};

export type LeadMoved =
  | { ok: true; repeated: boolean }
  | {
      ok: false;
      refusal:
        | MoveRefusal
        | "not-found"
        | "in-review"
        | "changed-meanwhile"
        /** The friend has not said yet that they agreed, and the club wants that first. */
        | "not-confirmed";
    };

/**
 * Moves a lead to another stage, with the points that it brings or no longer brings. Asked again it is where it
 * should be, and nothing happens.
 *
 * @param now for tests; the database's clock otherwise.
 */
export async function moveLead(move: LeadMove, mover: LeadMover, now?: Date): Promise<LeadMoved> {
  return inRetriedTransaction(async (tx) => {
    const lead = await lockLead(tx, move.leadId, now);
    if (!lead) return { ok: false, refusal: "not-found" };
    if (lead.review === "waiting" || lead.review === "refused") {
      return { ok: false, refusal: "in-review" };
    }
    if (lead.stage === move.to && !lead.ended) return { ok: true, repeated: true };
    if (move.revision !== null && move.revision !== lead.revision) {
      return { ok: false, refusal: "changed-meanwhile" };
    }
    const decision = decideMove(lead, move.to, move.reason);
    if (!decision.ok) return decision;
    if (lead.stage === "submitted") {
      const { referrals } = await readLeadClock(tx, lead);
      if (needsYes(lead, referrals)) return { ok: false, refusal: "not-confirmed" };
    }
    await moveLocked(tx, lead, move, mover);
    return { ok: true, repeated: false };
  });
}

/** Moves a lead that its caller has locked, and may move. */
export async function moveLocked(
  tx: Db,
  lead: LockedLead,
  move: Pick<LeadMove, "to" | "reason">,
  mover: LeadMover,
): Promise<void> {
  const clock = await readLeadClock(tx, { storeId: lead.storeId, now: lead.now });
  const { time, referrals } = clock;
  await tx.lead.update({
    where: { id: lead.id },
    data: {
      stage: move.to,
      deliveredAt: move.to === "delivered" ? lead.now : null,
      holdsUntil: holdsUntil(lead.now, referrals.holdDays, time),
      ...nextAfterMove(lead, move.to, clock),
    },
    select: { id: true },
  });
  await noteLeadStep(tx, { ...lead, stage: move.to }, "moved", {
    ...moverNote(mover),
    from: lead.stage,
    reason: move.reason,
  });
  await settleRewards(tx, { ...lead, stage: move.to }, move.reason ?? "other");
  await settleWelcome(tx, { ...lead, stage: move.to }, move.reason ?? "other");
  if (mover.by === null) return;
  await writeAudit(tx, {
    personId: mover.by,
    action: "lead.moved",
    subject: `lead:${lead.id}`,
    detail: { from: lead.stage, to: move.to, reason: move.reason },
    address: mover.address,
  });
}

/**
 * A friend whom nobody has reached is still called in time; otherwise there is what the stage asks for, at the hour
 * that was chosen or in a working day's time.
 */
function nextAfterMove(
  lead: LockedLead,
  to: Stage,
  { hours, time, now }: LeadClock,
): { nextAction?: NextAction | null; nextDueAt?: Date | null; pausedUntil?: null } {
  if (to === "delivered") return { nextAction: null, nextDueAt: null, pausedUntil: null };
  if (lead.metAt === null && lead.nextDueAt) return {};
  const isPlanned = lead.nextDueAt && lead.nextDueAt > now;
  const nextDueAt = isPlanned ? lead.nextDueAt : dueWithin(now, NEXT_HOURS, hours, time);
  return { nextAction: actionAt(to), nextDueAt };
}
