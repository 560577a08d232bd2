import type { Actor } from "#app/modules/access/actor.ts";
import { type Friend, type HandedIn, handInLead } from "#app/modules/leads/hand-in-lead.server.ts";
import { becomeReferrer } from "#app/modules/referrers/become-referrer.server.ts";
import { findReferrer } from "#app/modules/referrers/find-referrer.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";

export type DeskLead = {
  /** A member's number, or a referrer's code, as it was typed. */
  referrer: string;
  friend: Friend;
  storeId: number | null;
  /** The form's: sent twice it is one lead. */
  requestKey: string;
};

export type LeadTaken = HandedIn | { ok: false; refusal: "no-such-referrer" };

/**
 * Takes a friend at the desk for who recommends them: a member by their number, or anybody by their code. The friend
 * said to the desk that they agree to be called.
 */
export async function takeLead(
  { referrer, friend, storeId, requestKey }: DeskLead,
  { by, address }: Actor,
): Promise<LeadTaken> {
  const referrerId = await referrerNamed(referrer);
  if (referrerId === null) return { ok: false, refusal: "no-such-referrer" };
  const taken = await handInLead({
    ...{ referrerId, friend, storeId, requestKey, by },
    ...{ source: "desk", consented: true, consentVersion: null, signs: [], origin: null },
  });
  if (taken.ok) {
    const subject = `lead:${taken.leadId}`;
    await writeAudit(db(), { personId: by, action: "lead.taken-at-desk", subject, address });
  }
  return taken;
}

/** A member who never recommended anybody becomes a referrer with the first friend. */
async function referrerNamed(typed: string): Promise<number | null> {
  const number = typed.normalize("NFKC").trim().toUpperCase();
  const member = await db().member.findFirst({
    where: { number, person: { closedAt: null } },
    select: { personId: true },
  });
  if (!member) return (await findReferrer(db(), typed))?.personId ?? null;
  await inRetriedTransaction((tx) => becomeReferrer(tx, member.personId));
  return member.personId;
}
