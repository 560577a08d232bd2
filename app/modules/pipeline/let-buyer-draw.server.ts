import type { Actor } from "#app/modules/access/actor.ts";
import { drawAlwaysWins } from "#app/modules/draws/draw-always-wins.server.ts";
import { lockLead } from "#app/modules/leads/lock-lead.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";

/** By which the turn for a delivery is found again. */
export const turnKeyOf = (leadId: number): string => `lead:${leadId}`;

export type BuyerDrew =
  | { ok: true }
  | {
      ok: false;
      refusal:
        | "not-found"
        /** Nobody has the car, or nobody in the club does. */
        | "not-delivered"
        /** The table is over, or there is none. */
        | "draw-closed";
    };

/**
 * Lets a friend who bought draw at a table from which every turn wins (product.md, "Referrals"): once for a delivery, at
 * whichever table, while they stand there. Asked again it is what it was.
 */
export async function letBuyerDraw(
  { leadId, tableId }: { leadId: number; tableId: number },
  { by, address }: Actor,
): Promise<BuyerDrew> {
  return inRetriedTransaction<BuyerDrew>(async (tx) => {
    const lead = await lockLead(tx, leadId);
    if (!lead) return { ok: false, refusal: "not-found" };
    const key = turnKeyOf(leadId);
    if ((await tx.prizeTurn.count({ where: { key } })) > 0) return { ok: true };
    const { memberId } = lead;
    if (lead.stage !== "delivered" || memberId === null) {
      return { ok: false, refusal: "not-delivered" };
    }
    const won = await drawAlwaysWins(tx, { tableId, key, memberId });
    if (!won.ok) return { ok: false, refusal: "draw-closed" };
    await writeAudit(tx, {
      personId: by,
      action: "lead.drew",
      subject: `lead:${leadId}`,
      address,
    });
    return { ok: true };
  });
}
