import { Prisma } from "#app/generated.server/prisma/client.ts";

// What other modules' queries say of an account's status points. See entry-sql.server.ts for the arguments.

/**
 * An account's status points of all times, as JSON: a list of [points, the instant they count at in
 * milliseconds]. They are netted by instant, so that an award taken back has gone.
 */
export const netStatus = (accountId: Prisma.Sql) => Prisma.sql`
  (select coalesce(jsonb_agg(jsonb_build_array(net.points, extract(epoch from net.counts_at) * 1000)), '[]')
    from (select sum(status.points) as points, status.counts_at from ledger.status_entry status
      where status.account_id = ${accountId}
      group by status.counts_at having sum(status.points) <> 0) as net)`;

/**
 * The status points that an account was given and that count from one instant until before another,
 * as bigint. What was taken back is not deducted: no window within them can hold more.
 */
export const statusGiven = (accountId: Prisma.Sql, from: Prisma.Sql, until: Prisma.Sql) =>
  Prisma.sql`
  (select coalesce(sum(status.points) filter (where status.points > 0), 0)::bigint
    from ledger.status_entry status
    where status.account_id = ${accountId}
      and status.counts_at >= ${from} and status.counts_at < ${until})`;
