import { Prisma } from "#app/generated.server/prisma/client.ts";
import { storeNamed } from "#app/modules/club/store-sql.server.ts";
import type { Fulfilment } from "#app/modules/gifts/gift.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import type { QueuePlace } from "./redemption-queue.ts";
import { AWAITS_MONEY, SHORT, TITLE } from "./redemption-sql.server.ts";

/** A line of the list that somebody takes to the shelves. */
export type Pick = {
  id: number;
  title: InBoth;
  sku: string;
  quantity: number;
  fulfilment: Fulfilment;
  memberName: string;
  memberNumber: string;
  /** Where it goes; null for a parcel. */
  store: InBoth | null;
  short: boolean;
};

/** What is taken from one shelf. */
export type PickShelf = { liesAt: InBoth | null; picks: Pick[] };

/** As many as are picked in one go. */
export const PICKED_AT_ONCE = 200;

/**
 * Reads what has to be laid out or sent, by the shelf where it lies, and there by what it is. What is not sent before
 * it is paid for, and vouchers, nobody takes from a shelf.
 *
 * @param place a store: what will be collected there, and what lies there to be sent.
 * @returns at most {@link PICKED_AT_ONCE} lines, those that have waited longest.
 */
export async function loadPickList(db: Db, place: QueuePlace): Promise<PickShelf[]> {
  const at =
    place === "all"
      ? Prisma.sql`true`
      : Prisma.sql`(redemption.collect_store_id = ${place} or redemption.stock_store_id = ${place})`;
  const rows = await db.$queryRaw<(Pick & { liesAt: InBoth | null })[]>`
    select * from (
      select redemption.id, ${TITLE} as title, variant.sku, redemption.quantity, redemption.fulfilment,
        person.name as "memberName", member.number as "memberNumber", ${storeNamed()} as store,
        ${storeNamed("shelf")} as "liesAt", redemption.id in (${SHORT}) as short
      from redemption
      join member on member.id = redemption.member_id join person on person.id = member.person_id
      join gift_variant variant on variant.id = redemption.variant_id
      left join store on store.id = redemption.collect_store_id
      left join store shelf on shelf.id = redemption.stock_store_id
      where redemption.state = 'requested' and redemption.fulfilment <> 'voucher' and not ${AWAITS_MONEY}
        and ${at}
      order by redemption.id limit ${PICKED_AT_ONCE}
    ) waiting order by "liesAt" nulls first, sku, id`;
  const shelves = new Map<string, PickShelf>();
  for (const { liesAt, ...pick } of rows) {
    const shelf = shelves.get(liesAt?.zh ?? "") ?? { liesAt, picks: [] };
    shelf.picks.push(pick);
    shelves.set(liesAt?.zh ?? "", shelf);
  }
  return [...shelves.values()];
}
