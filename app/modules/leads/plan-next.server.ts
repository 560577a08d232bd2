import { dueWithin } from "#app/modules/working-hours/due-within.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { readLeadClock } from "./lead-clock.server.ts";
import { noteLeadStep } from "./lead-step.server.ts";
import { type LockedLead, type NotOpen, openLead } from "./lock-lead.server.ts";
import { NEXT_HOURS, type NextAction, refusalOfHour } from "./next-action.ts";
import { isBefore } from "./stage.ts";

/** What is to be done next, and by when where somebody chose it. */
export type PlannedNext = { action: NextAction; dueAt: Date | null };

export type NextPlanned =
  | { ok: true }
  /** `first-call`: nobody has tried to reach the friend yet. */
  | { ok: false; refusal: NotOpen | "past" | "day-too-far" | "first-call" };

/**
 * Sets what a consultant does next about a friend, and by when: at the hour that they chose, or in a working day's
 * time. Until somebody has tried to reach the friend, the first call keeps its own time.
 *
 * @param now for tests; the database's clock otherwise.
 */
export async function planNext(
  next: PlannedNext & { leadId: number; revision: number; by: number },
  now?: Date,
): Promise<NextPlanned> {
  return inRetriedTransaction(async (tx) => {
    const opened = await openLead(tx, next, now);
    if (!opened.ok) return opened;
    const { lead } = opened;
    const tried = await tx.leadContact.count({ where: { leadId: lead.id } });
    if (isBefore(lead.stage, "contacted") && tried === 0)
      return { ok: false, refusal: "first-call" };
    const refusal = refusalOfHour(next.dueAt, lead, lead.now);
    if (refusal) return { ok: false, refusal };
    await writeNext(tx, lead, next, next.by);
    return { ok: true };
  });
}

/** Writes what is next, and lets a clock that stood go on. */
export async function writeNext(
  tx: Db,
  lead: LockedLead,
  { action, dueAt }: PlannedNext,
  by: number,
): Promise<void> {
  const { hours, time } = await readLeadClock(tx, { storeId: lead.storeId, now: lead.now });
  await tx.lead.update({
    where: { id: lead.id },
    data: {
      nextAction: action,
      nextDueAt: dueAt ?? dueWithin(lead.now, NEXT_HOURS, hours, time),
      pausedUntil: null,
    },
    select: { id: true },
  });
  if (lead.pausedUntil && lead.pausedUntil > lead.now)
    await noteLeadStep(tx, lead, "resumed", { by });
}
