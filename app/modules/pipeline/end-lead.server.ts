import { type LeadMover, moverNote } from "#app/modules/leads/lead-mover.ts";
import { writeLeadNews } from "#app/modules/leads/lead-news.server.ts";
import { noteLeadStep } from "#app/modules/leads/lead-step.server.ts";
import { lockLead } from "#app/modules/leads/lock-lead.server.ts";
import { cancelAppointments, writeLead } from "#app/modules/leads/write-lead.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { decideEnd, type EndedBy, type EndRefusal } from "./ending.ts";

export type LeadEnded =
  | { ok: true; repeated: boolean }
  | { ok: false; refusal: EndRefusal | "not-found" | "in-review" | "changed-meanwhile" };

/**
 * Declines a lead that was not accepted yet, or gives up one that was, with the reason that the referrer learns. What
 * it brought on its way stays. Asked again with the same answer, nothing happens.
 *
 * @param end.revision what the page that was read said of it; another program has read none.
 * @param now for tests; the database's clock otherwise.
 */
export async function endLead(
  end: EndedBy & { leadId: number; revision: number | null },
  mover: LeadMover,
  now?: Date,
): Promise<LeadEnded> {
  return inRetriedTransaction(async (tx) => {
    const lead = await lockLead(tx, end.leadId, now);
    if (!lead) return { ok: false, refusal: "not-found" };
    if (lead.review === "waiting") return { ok: false, refusal: "in-review" };
    if (lead.ended === end.ending) return { ok: true, repeated: true };
    if (end.revision !== null && end.revision !== lead.revision)
      return { ok: false, refusal: "changed-meanwhile" };
    const refusal = decideEnd(lead, end);
    if (refusal) return { ok: false, refusal };
    await writeLead(tx, lead.id, {
      ...{ ended: end.ending, endReason: end.reason },
      ...{ nextAction: null, nextDueAt: null, pausedUntil: null },
    });
    await cancelAppointments(tx, lead.id);
    await noteLeadStep(tx, lead, end.ending, { ...moverNote(mover), reason: end.reason });
    if (end.ending === "declined") {
      await writeLeadNews(tx, lead.id, { what: "declined" }, lead.now);
    }
    if (mover.by === null) return { ok: true, repeated: false };
    await writeAudit(tx, {
      personId: mover.by,
      action: end.ending === "declined" ? "lead.declined" : "lead.lost",
      subject: `lead:${lead.id}`,
      detail: { reason: end.reason },
      address: mover.address,
    });
    return { ok: true, repeated: false };
  });
}
