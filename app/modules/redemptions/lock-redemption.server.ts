import type { Fulfilment } from "#app/modules/gifts/gift.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { RedemptionState } from "./redemption.ts";

/** A redemption that nobody else changes until the transaction ends. */
export type LockedRedemption = {
  id: number;
  memberId: number;
  /** The member's person. */
  ownerId: number;
  accountId: bigint;
  giftId: number;
  variantId: number;
  quantity: number;
  points: number;
  titleEn: string;
  titleZh: string;
  fulfilment: Fulfilment;
  state: RedemptionState;
  collectStoreId: number | null;
  /** Of what was laid out: the first instant at which it has not been collected in time. */
  collectBy: Date | null;
  stockItemId: number;
  stockStoreId: number | null;
  /** Who else may collect it, as its owner named them. */
  collectorName: string | null;
  entryId: bigint | null;
  /** Of its money part. */
  paymentId: number | null;
  /** The transaction's, by the database's clock. */
  now: Date;
};

/** Reads a redemption and locks it; null where there is none. */
export async function lockRedemption(tx: Db, id: number): Promise<LockedRedemption | null> {
  const [row] = await tx.$queryRaw<LockedRedemption[]>`
    select redemption.id, member_id as "memberId", member.person_id as "ownerId", member.account_id as "accountId", gift_id as "giftId",
      variant_id as "variantId", quantity, points, title_en as "titleEn", title_zh as "titleZh", fulfilment, state,
      collect_store_id as "collectStoreId", collect_by as "collectBy", stock_item_id as "stockItemId",
      stock_store_id as "stockStoreId", collector_name as "collectorName", entry_id as "entryId",
      payment_id as "paymentId", now() as now
    from redemption join member on member.id = redemption.member_id
    where redemption.id = ${id} for update of redemption`;
  return row ?? null;
}
