import { Prisma } from "#app/generated.server/prisma/client.ts";

/**
 * What there is of some stocks, as a table of one row to join laterally: `on_hand` and `promised` in all places;
 * `free`, which nobody has been promised; and `at_once`, the most that one shelf has free and that can be promised
 * together.
 *
 * @param items a condition over `level.item_id`.
 */
export const stockOf = (items: Prisma.Sql) => Prisma.sql`
  (select coalesce(sum(level.on_hand), 0)::int as on_hand, coalesce(sum(level.reserved), 0)::int as promised,
    coalesce(sum(greatest(level.on_hand - level.reserved, 0)), 0)::int as free,
    coalesce(max(greatest(level.on_hand - level.reserved, 0)), 0)::int as at_once
  from stock_level level where ${items})`;

/** Of the sizes of a gift, in a query over `gift`: those that share a stock are counted once, archived ones not at all. */
export const ofGift = Prisma.sql`level.item_id in (
  select variant.stock_item_id from gift_variant variant
  where variant.gift_id = gift.id and variant.archived_at is null)`;

/** Days over which it is counted who asked for what was not there. */
export const MISSED_DAYS = 90;

/** Whether a row of `gift_missed` is of the last {@link MISSED_DAYS}, by the club's calendar. */
export const MISSED_LATELY = Prisma.sql`gift_missed.missed_on >
  (select (now() at time zone club.time_zone)::date - ${MISSED_DAYS}::int from club)`;
