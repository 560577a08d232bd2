import { Prisma } from "#app/generated.server/prisma/client.ts";
import { storeNamed } from "#app/modules/club/store-sql.server.ts";
import type { Fulfilment } from "#app/modules/gifts/gift.ts";
import { owesPoints } from "#app/modules/ledger/account-sql.server.ts";
import { loadTierStatuses } from "#app/modules/standing/load-tier-statuses.server.ts";
import type { Tier } from "#app/modules/standing/tier.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import type { DeliveryAddress } from "./delivery.ts";
import type { RedemptionState } from "./redemption.ts";
import { SHORT, TITLE, UNPAID } from "./redemption-sql.server.ts";

/** One redemption as the desk sees it. */
export type RedemptionPage = {
  id: number;
  memberId: number;
  /** The member's person. */
  ownerId: number;
  memberNumber: string;
  memberName: string;
  memberTier: Tier;
  /** The account was closed. */
  memberLeft: boolean;
  title: InBoth;
  sku: string;
  quantity: number;
  points: number;
  moneyMinor: number;
  currency: string;
  termsVersion: number | null;
  fulfilment: Fulfilment;
  state: RedemptionState;
  takenAt: Date;
  collectBy: Date | null;
  store: InBoth | null;
  /** The store whose shelf its pieces are, or were; null for the store room. */
  liesAt: InBoth | null;
  collectorName: string | null;
  address: DeliveryAddress | null;
  carrier: string | null;
  trackingNumber: string | null;
  entryId: number | null;
  /** Of its money part. */
  paymentId: number | null;
  unpaid: boolean;
  stockItemId: number;
  short: boolean;
  owes: boolean;
  voucher: { uses: number; used: number; validThrough: string } | null;
  steps: RedemptionStepShown[];
};

export type RedemptionStepShown = {
  id: number;
  step: string;
  detail: {
    reason?: string;
    collector?: string;
    pieces?: number;
    toShelf?: boolean;
    pointsBack?: boolean;
    store?: string;
    left?: number;
  };
  /** ISO 8601. */
  at: string;
  /** Null where it happened by itself. */
  by: string | null;
};

/** Reads one redemption, with every step of it; null where there is none. */
export async function loadRedemptionPage(db: Db, id: number): Promise<RedemptionPage | null> {
  const [row] = await db.$queryRaw<Omit<RedemptionPage, "memberTier">[]>`
    select redemption.id, redemption.member_id as "memberId", member.person_id as "ownerId", member.number as "memberNumber",
      person.name as "memberName", person.closed_at is not null as "memberLeft",
      ${TITLE} as title, variant.sku, redemption.quantity,
      redemption.points, redemption.money_minor as "moneyMinor", redemption.currency,
      redemption.terms_version as "termsVersion", redemption.fulfilment, redemption.state,
      redemption.created_at as "takenAt", redemption.collect_by as "collectBy", ${storeNamed()} as store,
      ${storeNamed("shelf")} as "liesAt", redemption.collector_name as "collectorName", redemption.address,
      redemption.carrier, redemption.tracking_number as "trackingNumber",
      redemption.entry_id::float8 as "entryId",
      redemption.payment_id as "paymentId", ${UNPAID} as unpaid, redemption.stock_item_id as "stockItemId",
      redemption.id in (${SHORT}) as short,
      ${owesPoints(Prisma.sql`member.account_id`)} as owes,
      (select jsonb_build_object('uses', voucher.uses, 'validThrough', voucher.valid_through,
          'used', (select count(*) from voucher_use
            where voucher_id = voucher.id and undone_at is null))
        from voucher where voucher.redemption_id = redemption.id) as voucher,
      (select coalesce(jsonb_agg(jsonb_build_object('id', step.id, 'step', step.step, 'detail', step.detail,
            'at', step.created_at, 'by', who.name) order by step.id), '[]')
        from redemption_step step left join person who on who.id = step.created_by
        where step.redemption_id = redemption.id) as steps
    from redemption
    join member on member.id = redemption.member_id join person on person.id = member.person_id
    join gift_variant variant on variant.id = redemption.variant_id
    left join store on store.id = redemption.collect_store_id
    left join store shelf on shelf.id = redemption.stock_store_id
    where redemption.id = ${id}`;
  if (!row) return null;
  const standing = (await loadTierStatuses(db, [row.memberId])).get(row.memberId)?.standing;
  return { ...row, memberTier: standing?.tier ?? "silver" };
}

/** The id of the redemption whose QR shows a code; null where none does. */
export async function findRedemption(db: Db, code: string): Promise<number | null> {
  const found = await db.redemption.findUnique({ where: { code }, select: { id: true } });
  return found?.id ?? null;
}
