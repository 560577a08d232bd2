import { Prisma } from "#app/generated.server/prisma/client.ts";

// What other modules' queries say of points by the lots that they are in. See entry-sql.server.ts for the
// arguments. A lot is live until it is used up; one that has lapsed stays so until that is written down.

/** Whether an account has points, spendable or not, that lapse from now until an instant. */
export const hasPointsLapsing = (accountId: Prisma.Sql, through: Date) =>
  Prisma.sql`exists (select from ledger.lot where lot.account_id = ${accountId} and lot.live
    and lot.lapses_at > now() and lot.lapses_at <= ${through})`;

/**
 * Everybody's lots of points that can be spent now and lapse until an instant, as a table (account_id,
 * lapses_at, points) to join laterally. Points that are held are not counted: a lot may have 0.
 */
export const lapsingLots = (now: Prisma.Sql, through: Prisma.Sql) => Prisma.sql`
  (select lot.account_id, lot.lapses_at, lot.remaining - lot.held as points from ledger.lot
    where lot.live and lot.available_at <= ${now} and lot.lapses_at > ${now}
      and lot.lapses_at <= ${through})`;

/**
 * The opening entries of an account whose points are not used up, as JSON: a list of [entry id, points
 * it gave]; null where there are none.
 */
export const liveOpenings = (accountId: Prisma.Sql) => Prisma.sql`
  (select jsonb_agg(jsonb_build_array(txn.id, lot.original))
    from ledger.lot join ledger.txn on txn.id = lot.txn_id
    where lot.account_id = ${accountId} and lot.live and txn.kind = 'opening')`;
