import { endCheckout } from "#app/modules/payments/end-checkout.server.ts";
import { lockMembers } from "#app/modules/standing/change-status.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { duesPayable } from "./dues-payable.server.ts";
import { letGo } from "./owe-gold-year.server.ts";

export type CancelYearAnswer =
  /** Done again it is answered the same. */
  | { ok: true }
  /** `paid`: the money came first. `being-paid`: it is on its way, or nobody can say. */
  | { ok: false; refusal: "paid" | "being-paid" };

/**
 * Lets the year go that a member has asked for and not paid. The page at which it may be being paid at this moment is
 * ended first: what was paid there counts as paid.
 */
export async function cancelGoldYear(memberId: number): Promise<CancelYearAnswer> {
  const owed = await db().goldYear.findFirst({
    where: { memberId, state: "owed" },
    select: { id: true, paymentId: true },
  });
  if (!owed) return { ok: true };
  await endCheckout(owed.paymentId, [duesPayable]);
  return inRetriedTransaction<CancelYearAnswer>(async (tx) => {
    await lockMembers(tx, [memberId]);
    const { state } = await tx.goldYear.findUniqueOrThrow({ where: { id: owed.id } });
    if (state === "cancelled") return { ok: true };
    if (state !== "owed") return { ok: false, refusal: "paid" };
    return (await letGo(tx, owed)) ? { ok: true } : { ok: false, refusal: "being-paid" };
  });
}
