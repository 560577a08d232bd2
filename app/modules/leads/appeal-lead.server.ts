import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { loadReferral } from "./load-referral.server.ts";
import { lockLead } from "./lock-lead.server.ts";

export type Appealed =
  | { ok: true }
  /** There is nothing that a person could decide otherwise, or they were asked already. */
  | { ok: false; refusal: "nothing-to-appeal" };

/**
 * Asks a person to look again at what became of a lead: once for each lead. A form that is sent twice is one appeal.
 *
 * @returns null where the lead is not this referrer's.
 */
export async function appealLead(appeal: {
  leadId: number;
  personId: number;
  note: string;
  requestKey: string;
}): Promise<Appealed | null> {
  const { leadId, personId, note } = appeal;
  const requestKey = `${personId}:${appeal.requestKey}`;
  return inRetriedTransaction(async (tx) => {
    const locked = await lockLead(tx, leadId);
    if (!locked || locked.referrerId !== personId) return null;
    if ((await tx.leadAppeal.count({ where: { leadId, requestKey } })) > 0) return { ok: true };
    const lead = await loadReferral(tx, personId, leadId);
    if (!lead?.mayAppeal) return { ok: false, refusal: "nothing-to-appeal" };
    await tx.leadAppeal.create({ data: { leadId, note, requestKey }, select: { id: true } });
    return { ok: true };
  });
}
