import type { Actor } from "#app/modules/access/actor.ts";
import type { Day } from "#app/platform/club-time.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { readLeadClock } from "./lead-clock.server.ts";
import { noteLeadStep } from "./lead-step.server.ts";
import { type NotOpen, openLead } from "./open-lead.server.ts";
import { type PauseRefusal, pauseUntil } from "./pause.ts";

export type LeadPaused = { ok: true } | { ok: false; refusal: NotOpen | PauseRefusal };

/**
 * Stops a lead's clock until a day that the friend asked for. It stays written down who did so, and when.
 *
 * @param now for tests; the database's clock otherwise.
 */
export async function pauseLead(
  { leadId, day, revision }: { leadId: number; day: Day; revision: number },
  { by }: Actor,
  now?: Date,
): Promise<LeadPaused> {
  return inRetriedTransaction(async (tx) => {
    const opened = await openLead(tx, { leadId, revision }, now);
    if (!opened.ok) return opened;
    const { lead } = opened;
    const { hours, time } = await readLeadClock(tx, { storeId: lead.storeId, now: lead.now });
    const pause = pauseUntil(day, lead.now, hours, time);
    if (!pause.ok) return pause;
    await tx.lead.update({
      where: { id: leadId },
      data: { pausedUntil: pause.until, nextDueAt: pause.dueAt },
      select: { id: true },
    });
    await noteLeadStep(tx, lead, "paused", {
      by,
      until: day,
      dueAt: lead.nextDueAt?.toISOString() ?? null,
    });
    return { ok: true };
  });
}
