import { removeLetter } from "#app/modules/letters/remove-letter.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { friendLetterKey } from "./friend-letter.server.ts";
import { noteLeadStep } from "./lead-step.server.ts";
import { lockLead } from "./lock-lead.server.ts";

/**
 * Takes away all that is known of a friend who asks for it, at once: name, phone, address, what they wanted, all notes
 * of those who called, what speaks for or against the lead, and the letter to them. The steps stay, which hold nothing
 * of them, and the keyed hash of the phone, so that nobody hands them in again. Done again, it does nothing more.
 *
 * @param token what the friend's page ends in.
 * @returns false where there is no such page.
 */
export async function forgetFriend(token: string, now?: Date): Promise<boolean> {
  return inRetriedTransaction(async (tx) => {
    const found = await tx.lead.findUnique({ where: { token }, select: { id: true } });
    const lead = found && (await lockLead(tx, found.id, now));
    if (!lead) return false;
    if (lead.friendAnswer === "forgotten") return true;
    const leadId = lead.id;
    const goesOn = lead.stage === "delivered" || (lead.ended !== null && lead.ended !== "lost");
    await tx.lead.update({
      where: { id: leadId },
      data: {
        friendName: null,
        friendPhone: null,
        friendEmail: null,
        model: "",
        note: "",
        friendAnswer: "forgotten",
        friendAnsweredAt: lead.now,
        nextAction: null,
        nextDueAt: null,
        pausedUntil: null,
        ...(!goesOn && { ended: "withdrawn", endReason: null }),
      },
      select: { id: true },
    });
    await tx.leadContact.updateMany({ where: { leadId }, data: { note: "" } });
    await tx.leadAppeal.updateMany({ where: { leadId }, data: { note: "", answer: null } });
    await tx.leadAppointment.updateMany({ where: { leadId }, data: { car: "" } });
    await tx.leadAppointment.updateMany({
      where: { leadId, state: "planned" },
      data: { state: "cancelled", sequence: { increment: 1 } },
    });
    await tx.leadSign.deleteMany({ where: { leadId } });
    await tx.leadOrigin.deleteMany({ where: { leadId } });
    await removeLetter(tx, friendLetterKey(leadId));
    await noteLeadStep(tx, lead, "withdrawn", { by: null });
    return true;
  });
}
