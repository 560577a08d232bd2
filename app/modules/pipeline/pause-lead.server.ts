import type { Actor } from "#app/modules/access/actor.ts";
import { readLeadClock } from "#app/modules/leads/lead-clock.server.ts";
import { noteLeadStep } from "#app/modules/leads/lead-step.server.ts";
import { type NotOpen, openLead } from "#app/modules/leads/lock-lead.server.ts";
import { writeLead } from "#app/modules/leads/write-lead.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
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
    await writeLead(tx, leadId, { pausedUntil: pause.until, nextDueAt: pause.dueAt });
    await noteLeadStep(tx, lead, "paused", {
      by,
      until: day,
      dueAt: lead.nextDueAt?.toISOString() ?? null,
    });
    return { ok: true };
  });
}
