import { loadStores, type StoreChoice } from "#app/modules/club/load-stores.server.ts";
import { wholeTitle } from "#app/modules/gifts/offered-gifts.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import type { Db } from "#app/platform/db.server.ts";

/** What can be chosen in the form of a campaign. */
export type CampaignChoices = {
  stores: StoreChoice[];
  programmes: string[];
  /** Those that are collected or are vouchers, with their free pieces. */
  gifts: { variantId: number; en: string; zh: string; points: number; free: number }[];
};

export async function loadChoices(db: Db, now = new Date()): Promise<CampaignChoices> {
  const [stores, book, gifts] = await Promise.all([
    loadStores(db),
    loadRuleBook(db),
    db.$queryRaw<CampaignChoices["gifts"]>`
      select variant.id as "variantId", ${wholeTitle("en")} as en, ${wholeTitle("zh")} as zh, gift.points,
        coalesce((select sum(greatest(0, on_hand - reserved)) from stock_level
          where item_id = variant.stock_item_id), 0)::int as free
      from gift_variant variant join gift on gift.id = variant.gift_id
      where variant.archived_at is null and gift.archived_at is null and gift.fulfilment <> 'ship'
      order by gift.position, gift.id, variant.position, variant.id`,
  ]);
  return {
    stores,
    programmes: Object.keys(rulesAt(book, now).rules.earning.programmes),
    gifts,
  };
}
