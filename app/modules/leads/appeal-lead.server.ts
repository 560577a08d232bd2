import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { type LockedLead, lockLead } from "./lock-lead.server.ts";
import { isAppealable, type ReferralReward, standingOf } from "./referral-view.ts";
import { REWARDED } from "./rewards.ts";

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
    const lead = await lockLead(tx, leadId);
    if (!lead || lead.referrerId !== personId) return null;
    const earlier = await tx.leadAppeal.findUnique({ where: { leadId } });
    if (earlier?.requestKey === requestKey) return { ok: true };
    if (earlier || !(await mayAppeal(tx, lead))) return { ok: false, refusal: "nothing-to-appeal" };
    await tx.leadAppeal.create({ data: { leadId, note, requestKey }, select: { id: true } });
    return { ok: true };
  });
}

async function mayAppeal(tx: Db, lead: LockedLead): Promise<boolean> {
  const rewards = await tx.leadReward.findMany({
    where: { leadId: lead.id, stage: { in: [...REWARDED] } },
  });
  return isAppealable(standingOf(lead), rewards as unknown as ReferralReward[]);
}
