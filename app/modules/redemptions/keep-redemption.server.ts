import type { Prisma } from "#app/generated.server/prisma/client.ts";
import type { GiftPrice } from "#app/modules/gifts/gift.ts";
import type { OfferedVariant } from "#app/modules/gifts/offered-gifts.server.ts";
import { toPoints } from "#app/modules/ledger/points.ts";
import { spendPoints } from "#app/modules/ledger/spend-points.server.ts";
import { owePayment } from "#app/modules/payments/owe-payment.server.ts";
import type { ClubRules } from "#app/modules/rulebook/club-rules.ts";
import { moveStock } from "#app/modules/stock/move-stock.server.ts";
import { issueVoucher } from "#app/modules/vouchers/issue-voucher.server.ts";
import { addDays, type ClubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { newCode } from "#app/platform/unguessable-code.ts";
import type { DeliveryAddress } from "./delivery.ts";
import { writeRedemptionLetter } from "./redemption-letter.server.ts";

/** A gift that may be taken: judged, with its shelf, and nothing written yet. */
export type PlannedRedemption = {
  variant: OfferedVariant;
  quantity: number;
  /** Of all its pieces. */
  price: GiftPrice;
  /** Whose shelf the pieces are promised from; null: the store room's. */
  stockStoreId: number | null;
  /** Of what is collected, and of what is shipped. */
  collectStoreId: number | null;
  collectorName: string | null;
  address: DeliveryAddress | null;
  requestKey: string;
  member: { id: number; accountId: bigint };
  /** The person who asks. */
  by: number;
  /** The club's day, calendar and rules. */
  today: Day;
  time: ClubTime;
  rules: ClubRules;
};

/**
 * Writes a redemption down: points spent, pieces promised or given out, voucher issued, letter written.
 *
 * @returns its id, or how many points are missing: then the caller's transaction must not stay.
 */
export async function keepRedemption(
  tx: Db,
  planned: PlannedRedemption,
): Promise<{ ok: true; id: number } | { ok: false; missing: number }> {
  const { variant, quantity, price, by } = planned;
  const id = await nextId(tx);
  const spent = await spend(tx, id, planned);
  if (!spent.ok) return spent;
  const paymentId = price.moneyMinor > 0 ? await owe(tx, id, planned) : null;
  // A voucher is worth its price, so it waits for the money.
  const issued = variant.fulfilment === "voucher" && paymentId === null;
  await tx.redemption.create({
    data: {
      id,
      code: newCode(),
      memberId: planned.member.id,
      giftId: variant.giftId,
      variantId: variant.variantId,
      quantity,
      ...price,
      currency: variant.currency,
      titleEn: variant.titleEn,
      titleZh: variant.titleZh,
      termsVersion: variant.termsVersion,
      fulfilment: variant.fulfilment,
      state: issued ? "issued" : "requested",
      collectStoreId: planned.collectStoreId,
      stockItemId: variant.stockItemId,
      stockStoreId: planned.stockStoreId,
      collectorName: planned.collectorName,
      address: (planned.address as Prisma.InputJsonObject | null) ?? undefined,
      entryId: spent.entryId,
      paymentId,
      requestKey: planned.requestKey,
      createdBy: by,
    },
    select: { id: true },
  });
  const steps = issued ? ["requested", "issued"] : ["requested"];
  await tx.redemptionStep.createMany({
    data: steps.map((step) => ({ redemptionId: id, step, createdBy: by })),
  });
  await moveStock(tx, [
    {
      itemId: variant.stockItemId,
      storeId: planned.stockStoreId,
      ...(issued
        ? { kind: "hand-over", onHand: -quantity }
        : { kind: "reserve", reserved: quantity }),
      redemptionId: id,
      by,
    },
  ]);
  if (issued) {
    const uses = quantity * variant.voucherUses;
    const { voucherDays: days } = variant;
    await issueVoucher(tx, { redemptionId: id, uses, days, today: planned.today });
  }
  await writeRedemptionLetter(tx, id, issued ? "issued" : "requested");
  return { ok: true, id };
}

async function spend(
  tx: Db,
  redemptionId: number,
  { variant, quantity, price, member, requestKey }: PlannedRedemption,
): Promise<{ ok: true; entryId: number | null } | { ok: false; missing: number }> {
  if (price.points === 0) return { ok: true, entryId: null };
  const answer = await spendPoints(tx, {
    scope: "gift",
    key: requestKey,
    accountId: toPoints(member.accountId),
    points: price.points,
    meta: {
      for: "gift",
      redemptionId,
      giftId: variant.giftId,
      title: variant.titleEn,
      titleZh: variant.titleZh,
      ...(quantity > 1 && { quantity }),
    },
  });
  if (answer.ok) return { ok: true, entryId: answer.entryId };
  return { ok: false, missing: price.points - answer.available };
}

/** The money part; what is collected can be paid at the counter when it is. */
async function owe(
  tx: Db,
  redemptionId: number,
  { variant, price, member, today, rules, time }: PlannedRedemption,
): Promise<number> {
  return owePayment(tx, {
    purpose: "gift",
    reference: redemptionId,
    memberId: member.id,
    title: { en: variant.titleEn, zh: variant.titleZh },
    amountMinor: price.moneyMinor,
    currency: variant.currency,
    dueUntil:
      variant.fulfilment === "collect"
        ? null
        : time.endOfDay(addDays(today, rules.gifts.payWithinDays)),
  });
}

/** The entry of the ledger names the redemption, which names the entry. */
async function nextId(tx: Db): Promise<number> {
  const [row] = await tx.$queryRaw<{ id: bigint }[]>`
    select nextval('redemption_id_seq') as id`;
  return Number(row?.id);
}
