import { lockLead } from "#app/modules/leads/lock-lead.server.ts";
import { type ContactLogged, noteContact } from "#app/modules/leads/log-contact.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { FollowUpDay } from "./follow-ups.ts";

export type FollowUpNote = {
  leadId: number;
  day: FollowUpDay;
  /** `leave`: they could not be reached, and are asked no more. */
  answer: "reached" | "try-again" | "leave";
  /** From 1 to 5, where they said. */
  satisfaction: number | null;
  note: string;
  by: number;
  /** The form's: sent twice it is one call. */
  requestKey: string;
};

export type FollowUpNoted =
  | ContactLogged
  /** Nothing was delivered, or the sale was cancelled meanwhile. */
  | { ok: false; refusal: "not-delivered" };

/**
 * Notes a call after the sale, and how the friend fares with the car. What a colleague noted meanwhile stands.
 *
 * @param now for tests; the database's clock otherwise.
 */
export async function noteFollowUp(note: FollowUpNote, now?: Date): Promise<FollowUpNoted> {
  const { leadId, day, answer, satisfaction, by, requestKey } = note;
  const reached = answer === "reached";
  return inRetriedTransaction<FollowUpNoted>(async (tx) => {
    const lead = await lockLead(tx, leadId, now);
    if (!lead) return { ok: false, refusal: "not-found" };
    const { deliveredAt } = await tx.lead.findUniqueOrThrow({
      where: { id: leadId },
      select: { deliveredAt: true },
    });
    if (lead.stage !== "delivered" || !deliveredAt) return { ok: false, refusal: "not-delivered" };
    if (answer !== "try-again") {
      await tx.leadFollowUp.createMany({
        data: {
          ...{ leadId, day, deliveredAt, reached, createdBy: by, createdAt: lead.now },
          satisfaction: reached ? satisfaction : null,
        },
        skipDuplicates: true,
      });
    }
    return noteContact(tx, lead, {
      leadId,
      kind: "call",
      reached,
      note: note.note,
      by,
      requestKey,
    });
  });
}
