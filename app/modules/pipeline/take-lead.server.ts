import type { Actor } from "#app/modules/access/actor.ts";
import { isStore } from "#app/modules/club/is-store.server.ts";
import {
  type Friend,
  type HandedIn,
  handInWithin,
} from "#app/modules/leads/hand-in-lead.server.ts";
import { findReferrer } from "#app/modules/referrers/find-referrer.server.ts";
import { referringMember } from "#app/modules/referrers/referring-member.server.ts";
import { loadText } from "#app/modules/texts/load-text.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";

export type DeskLead = {
  /** A member's number, or a referrer's code, as it was typed. */
  referrer: string;
  friend: Friend;
  storeId: number | null;
  /** The form's: sent twice it is one lead. */
  requestKey: string;
};

export type LeadTaken = HandedIn | { ok: false; refusal: "no-such-referrer" | "no-such-store" };

/**
 * Takes a friend at the desk for who recommends them: a member by their number, or anybody by their code. The friend
 * said to the desk that they agree to be called.
 */
export async function takeLead(
  { referrer, friend, storeId, requestKey }: DeskLead,
  { by, address }: Actor,
): Promise<LeadTaken> {
  return inRetriedTransaction<LeadTaken>(async (tx) => {
    const number = referrer.normalize("NFKC").trim().toUpperCase();
    const referrerId =
      (await referringMember(tx, number)) ?? (await findReferrer(tx, referrer))?.personId ?? null;
    if (referrerId === null) return { ok: false, refusal: "no-such-referrer" };
    if (!(await isStore(tx, storeId))) return { ok: false, refusal: "no-such-store" };
    const consentVersion = (await loadText(tx, "privacy"))?.version ?? null;
    const taken = await handInWithin(tx, {
      ...{ referrerId, friend, storeId, requestKey, by },
      ...{ source: "desk", consented: true, consentVersion, signs: [], origin: null },
    });
    if (taken.ok && !taken.repeated) {
      const subject = `lead:${taken.leadId}`;
      await writeAudit(tx, { personId: by, action: "lead.taken-at-desk", subject, address });
    }
    return taken;
  });
}
