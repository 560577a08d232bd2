import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Fulfilment, GiftDates, GiftTier } from "./gift.ts";

/** A size or colour of a gift, with all that taking it is decided by. */
export type OfferedVariant = GiftDates & {
  variantId: number;
  giftId: number;
  stockItemId: number;
  /** The gift's, with the variant's name where it has one. */
  titleEn: string;
  titleZh: string;
  points: number;
  moneyMinor: number;
  currency: string;
  tier: GiftTier;
  fulfilment: Fulfilment;
  limitPerMember: number | null;
  limitTotal: number | null;
  voucherUses: number;
  voucherDays: number;
  /** The version of the small print that holds; null where there is none. */
  termsVersion: number | null;
};

/** What a gift and a size of it are called together, in a query over `gift` and `variant`. */
export const wholeTitle = (language: "en" | "zh") => {
  const [title, name] =
    language === "en"
      ? [Prisma.sql`gift.title_en`, Prisma.sql`variant.name_en`]
      : [Prisma.sql`gift.title_zh`, Prisma.sql`variant.name_zh`];
  return Prisma.sql`case when ${name} = '' then ${title} else ${title} || ' · ' || ${name} end`;
};

/** Reads the variants of gifts that somebody wants to take; those archived are not among them. */
export async function loadOfferedVariants(
  on: Db,
  variantIds: readonly number[],
): Promise<OfferedVariant[]> {
  return on.$queryRaw<OfferedVariant[]>`
    select variant.id as "variantId", gift.id as "giftId", variant.stock_item_id as "stockItemId",
      ${wholeTitle("en")} as "titleEn", ${wholeTitle("zh")} as "titleZh",
      gift.points, gift.money_minor as "moneyMinor", gift.currency, gift.tier, gift.fulfilment,
      gift.limit_per_member as "limitPerMember", gift.limit_total as "limitTotal",
      gift.voucher_uses as "voucherUses", gift.voucher_days as "voucherDays",
      gift.visible_from as "visibleFrom", gift.visible_until as "visibleUntil",
      gift.available_from as "availableFrom", gift.available_until as "availableUntil",
      gift.archived_at as "archivedAt",
      (select max(version) from gift_terms where gift_id = gift.id) as "termsVersion"
    from gift_variant variant join gift on gift.id = variant.gift_id
    where variant.id = any(${[...variantIds]}) and variant.archived_at is null`;
}
