import { forgetApiAnswer } from "#app/modules/api/answer-once.server.ts";
import { removeLetter } from "#app/modules/letters/remove-letter.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { friendLetterKey } from "./friend-letter.server.ts";
import { readApiKey } from "./lead-request-key.ts";
import { noteLeadStep } from "./lead-step.server.ts";
import { leadsOfFriend } from "./leads-of-friend.server.ts";
import { type LockedLead, lockLead } from "./lock-lead.server.ts";
import { cancelAppointments } from "./write-lead.server.ts";

/**
 * Takes away all that is known of a friend who asks for it, at once, whoever named them: name, phone, address, what
 * they wanted, all notes of those who called, what speaks for or against the lead, the letter to them and what another
 * program was answered. The steps stay, which hold nothing of them, and the keyed hash of the phone, so that nobody
 * hands them in again. Done again, it does nothing more.
 *
 * @param token what the friend's page ends in.
 * @returns false where there is no such page.
 */
export async function forgetFriend(token: string, now?: Date): Promise<boolean> {
  return inRetriedTransaction(async (tx) => {
    const found = await tx.lead.findUnique({
      where: { token },
      select: { id: true, source: true },
    });
    if (!found) return false;
    const samePhone = found.source !== "link";
    for (const id of await leadsOfFriend(tx, { leadIds: [found.id], samePhone })) {
      await forgetLead(tx, id, now);
    }
    return true;
  });
}

/** Forgets the friend of one lead, in the caller's transaction; others of theirs are as they were. */
export async function forgetLead(tx: Db, id: number, now?: Date): Promise<void> {
  const lead = await lockLead(tx, id, now);
  if (lead && lead.friendAnswer !== "forgotten") await forgetLocked(tx, lead);
}

async function forgetLocked(tx: Db, lead: LockedLead): Promise<void> {
  const leadId = lead.id;
  const staysSo = lead.stage === "delivered" || lead.ended === "merged";
  const { requestKey } = await tx.lead.update({
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
      ...(!staysSo && { ended: "withdrawn", endReason: null }),
    },
    select: { requestKey: true },
  });
  await tx.leadContact.updateMany({ where: { leadId }, data: { note: "" } });
  await tx.leadAppeal.updateMany({ where: { leadId }, data: { note: "", answer: null } });
  await tx.leadAppointment.updateMany({ where: { leadId }, data: { car: "" } });
  await cancelAppointments(tx, leadId);
  await tx.leadSign.deleteMany({ where: { leadId } });
  await tx.leadOrigin.deleteMany({ where: { leadId } });
  await removeLetter(tx, friendLetterKey(leadId));
  await forgetRequest(tx, requestKey);
  await noteLeadStep(tx, lead, "withdrawn", { by: null });
}

/** Takes away what another program was answered when it handed a lead in, which names the friend. */
export async function forgetRequest(tx: Db, leadKey: string): Promise<void> {
  const asked = readApiKey(leadKey);
  if (asked) await forgetApiAnswer(tx, asked);
}
