import { confirmLocked } from "#app/modules/leads/answer-friend.server.ts";
import { type NotOpen, openLead } from "#app/modules/leads/lock-lead.server.ts";
import { consumeAttempt } from "#app/platform/rate-limit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";

/** Codes have four figures: of one friend's, so many are tried in a day. */
const TRIES = { name: "lead-code", turns: 5, seconds: 24 * 60 * 60 };

export type CodeConfirmed =
  | { ok: true }
  | { ok: false; refusal: NotOpen | "wrong-code" | "too-many-codes" };

/**
 * Takes a friend's yes by the code that they say on the phone, as if they had pressed it on their own page. Said again,
 * it is said once.
 *
 * @param now for tests; the database's clock otherwise.
 */
export async function confirmByCode(
  { leadId, code, by }: { leadId: number; code: string; by: number },
  now?: Date,
): Promise<CodeConfirmed> {
  const turn = await consumeAttempt(TRIES, String(leadId));
  return inRetriedTransaction(async (tx) => {
    const opened = await openLead(tx, { leadId, revision: null }, now);
    if (!opened.ok) return opened;
    const { lead } = opened;
    if (lead.friendAnswer === "confirmed") return { ok: true };
    if (!turn.ok) return { ok: false, refusal: "too-many-codes" };
    const right = await tx.lead.count({ where: { id: leadId, friendCode: code } });
    if (right === 0) return { ok: false, refusal: "wrong-code" };
    await confirmLocked(tx, lead, by);
    return { ok: true };
  });
}
