import type { Actor } from "#app/modules/access/actor.ts";
import { holdsUntil } from "#app/modules/leads/holding.ts";
import { readLeadClock } from "#app/modules/leads/lead-clock.server.ts";
import { type LockedLead, type NotOpen, openLead } from "#app/modules/leads/lock-lead.server.ts";
import { moveLocked } from "#app/modules/leads/move-lead.server.ts";
import { actionAt } from "#app/modules/leads/next-action.ts";
import { writeNext } from "#app/modules/leads/plan-next.server.ts";
import { settleRewards } from "#app/modules/leads/settle-rewards.server.ts";
import { writeAppointment, writeLead } from "#app/modules/leads/write-lead.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import {
  type AppointmentKind,
  type AppointmentOutcome,
  type AppointmentState,
  decideOutcome,
  type OutcomeRefusal,
  stageAfterKept,
} from "./appointment.ts";

export type AppointmentSettled =
  | { ok: true; repeated: boolean }
  | { ok: false; refusal: NotOpen | OutcomeRefusal };

/**
 * Says what became of an appointment. One that was kept is a talk with the friend, and moves the lead on: a test
 * drive that was driven brings its points. Said twice it is said once.
 *
 * @param now for tests; the database's clock otherwise.
 */
export async function settleAppointment(
  said: { leadId: number; appointmentId: number; outcome: AppointmentOutcome },
  actor: Actor,
  now?: Date,
): Promise<AppointmentSettled> {
  return inRetriedTransaction(async (tx) => {
    const { leadId, appointmentId, outcome } = said;
    const opened = await openLead(tx, { leadId, revision: null }, now);
    if (!opened.ok) return opened;
    const { lead } = opened;
    const known = await tx.leadAppointment.findFirst({ where: { id: appointmentId, leadId } });
    if (!known) return { ok: false, refusal: "not-found" };
    if (known.state === outcome) return { ok: true, repeated: true };
    const state = known.state as AppointmentState;
    const refusal = decideOutcome({ ...known, state }, outcome, lead.now);
    if (refusal) return { ok: false, refusal };
    await writeAppointment(tx, appointmentId, { state: outcome });
    if (outcome === "kept") await noteMet(tx, lead, known.kind as AppointmentKind, actor);
    else if (lead.stage !== "delivered") {
      await writeNext(tx, lead, { action: "call-again", dueAt: null }, actor.by);
    }
    return { ok: true, repeated: false };
  });
}

async function noteMet(tx: Db, lead: LockedLead, kind: AppointmentKind, actor: Actor) {
  const { time, referrals } = await readLeadClock(tx, { storeId: lead.storeId, now: lead.now });
  const metAt = lead.metAt ?? lead.now;
  await writeLead(tx, lead.id, {
    metAt,
    holdsUntil: holdsUntil(lead.now, referrals.holdDays, time),
  });
  const to = stageAfterKept(kind, lead.stage);
  if (to) await moveLocked(tx, { ...lead, metAt }, { to, reason: null }, actor);
  else await settleRewards(tx, { ...lead, metAt }, "other");
  if (lead.stage === "delivered") return;
  await writeNext(tx, lead, { action: actionAt(to ?? lead.stage), dueAt: null }, actor.by);
}
