import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Payable } from "#app/modules/payments/payable.ts";
import { hasBeenUsed } from "#app/modules/vouchers/has-been-used.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { giveBackPoints, putBackStock } from "./give-back.server.ts";
import { issuePaidVoucher } from "./issue-paid-vouchers.server.ts";
import { type LockedRedemption, lockRedemption } from "./lock-redemption.server.ts";
import { afterAct, countsAsTaken, type RedemptionState } from "./redemption.ts";
import { writeRedemptionLetter } from "./redemption-letter.server.ts";

/** The money part of a gift: paid, a voucher is issued, and what is a thing can be handed over or shipped. */
export const giftPayable: Payable = {
  purpose: "gift",
  lock: (tx, reference) => lockRedemption(tx, Number(reference)),
  onPaid: async (tx, { reference }) => {
    const redemption = await theRedemption(tx, reference);
    await noteStep(tx, redemption.id, "paid");
    if (redemption.fulfilment === "voucher") await issuePaidVoucher(tx, redemption);
  },
  /** Money that comes late is honoured as long as the gift is still kept: nobody has let it lapse. */
  onLate: async (tx, { reference }) => {
    const { state } = await theRedemption(tx, reference);
    return state === "requested" || state === "ready";
  },
  onRefunded: async (tx, { reference }, { takeBack, by }) => {
    const redemption = await theRedemption(tx, reference);
    await noteStep(tx, redemption.id, "refunded", by);
    if (!takeBack || !countsAsTaken(redemption.state)) return;
    // Shipped, collected or used: the pieces are with somebody, and only the points can go back.
    const onShelf = afterAct(redemption, "cancel") !== null;
    if (onShelf && !(await hasBeenUsed(tx, redemption.id))) {
      await putBackStock(tx, redemption, by);
    }
    await giveBackPoints(tx, redemption, { reason: "gift-refunded", by });
    await tx.redemption.update({
      where: { id: redemption.id },
      data: { state: "cancelled", address: Prisma.DbNull, collectorName: null },
    });
    await noteStep(tx, redemption.id, "cancelled", by);
    await writeRedemptionLetter(tx, redemption.id, "cancelled");
  },
  takeBackPreview: async (on, reference) => {
    const redemption = await on.redemption.findUnique({
      where: { id: Number(reference) || 0 },
      select: { points: true, state: true, voucher: { select: { used: USED } } },
    });
    if (!redemption || !countsAsTaken(redemption.state as RedemptionState)) return null;
    const { points, state, voucher } = redemption;
    const inHand = state === "collected" || state === "delivered" || state === "shipped";
    return { points, used: inHand || (voucher?.used.length ?? 0) > 0 };
  },
  pages: {
    staff: (reference) => `/admin/redemptions/${reference}`,
    owner: (reference) => `/my/redemptions/${reference}`,
  },
};

const USED = { where: { undoneAt: null }, select: { id: true }, take: 1 } as const;

async function theRedemption(tx: Db, reference: string): Promise<LockedRedemption> {
  const redemption = await lockRedemption(tx, Number(reference));
  if (!redemption) throw new Error(`There is no redemption ${reference}.`);
  return redemption;
}

async function noteStep(tx: Db, redemptionId: number, step: string, by: number | null = null) {
  await tx.redemptionStep.create({ data: { redemptionId, step, createdBy: by } });
}
