import { storeNamed } from "#app/modules/club/store-sql.server.ts";
import type { Fulfilment } from "#app/modules/gifts/gift.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import type { RedemptionState } from "./redemption.ts";
import { SHORT, TITLE } from "./redemption-sql.server.ts";

/** What a member took and nobody has given them yet. */
export type OpenRedemption = {
  id: number;
  title: InBoth;
  quantity: number;
  fulfilment: Fulfilment;
  state: RedemptionState;
  takenAt: Date;
  collectBy: Date | null;
  store: InBoth | null;
  liesAt: InBoth | null;
  collectorName: string | null;
  short: boolean;
};

/** Reads what a member still waits for: what can be handed over first, then whatever was taken first. */
export async function loadOpenRedemptions(db: Db, memberId: number): Promise<OpenRedemption[]> {
  return db.$queryRaw<OpenRedemption[]>`
    select redemption.id, ${TITLE} as title, quantity, fulfilment, state,
      redemption.created_at as "takenAt", collect_by as "collectBy", ${storeNamed()} as store,
      ${storeNamed("shelf")} as "liesAt", collector_name as "collectorName", redemption.id in (${SHORT}) as short
    from redemption left join store on store.id = collect_store_id
    left join store shelf on shelf.id = stock_store_id
    where member_id = ${memberId} and state in ('requested', 'ready', 'shipped', 'issued')
    order by state = 'ready' desc, fulfilment = 'collect' desc, redemption.created_at, redemption.id`;
}
