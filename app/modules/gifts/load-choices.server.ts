import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import type { Fulfilment, GiftTier } from "./gift.ts";
import { isShown } from "./gift-sql.server.ts";
import { wholeTitle } from "./offered-gifts.server.ts";

/** A gift, in one of its sizes, that a member can be given now. */
export type GiftChoice = {
  variantId: number;
  title: InBoth;
  points: number;
  moneyMinor: number;
  currency: string;
  fulfilment: Fulfilment;
};

/** Reads what somebody of a tier can take now, in the order of the catalogue: what is open, and there. */
export async function loadGiftChoices(on: Db, tier: GiftTier): Promise<GiftChoice[]> {
  const now = Prisma.sql`now()`;
  return on.$queryRaw<GiftChoice[]>`
    select variant.id as "variantId",
      jsonb_build_object('en', ${wholeTitle("en")}, 'zh', ${wholeTitle("zh")}) as title,
      gift.points, gift.money_minor as "moneyMinor", gift.currency, gift.fulfilment
    from gift join gift_variant variant on variant.gift_id = gift.id and variant.archived_at is null
    where ${isShown(now)} and (gift.tier = 'silver' or ${tier === "gold"})
      and (gift.available_from is null or gift.available_from <= ${now})
      and (gift.available_until is null or gift.available_until > ${now})
      and exists (select from stock_level
        where item_id = variant.stock_item_id and on_hand > reserved)
    order by gift.position, gift.id, variant.position, variant.id`;
}
