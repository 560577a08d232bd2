import { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { db } from "#app/platform/db.server.ts";
import { eachByItself } from "#app/platform/each-by-itself.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { writeLeadNews } from "./lead-news.server.ts";

/** As many as are told in one run; the next one goes on. */
const AT_ONCE = 500;

/**
 * Tells referrers some days before others may name their friend (product.md: "first come, 90 days"). Once for each end:
 * what is done with the friend meanwhile makes a later one. Nothing is said of a car on order, which is waited for, nor
 * of what ended.
 *
 * @returns how many were told.
 */
export async function remindOfHolds(now = new Date()): Promise<number> {
  const { remindHoldDaysBefore } = rulesAt(await loadRuleBook(), now).rules.referrals;
  const before = Prisma.sql`make_interval(days => ${remindHoldDaysBefore}::int)`;
  const isDue = Prisma.sql`
    referrer_id is not null and ended is null and stage not in ('ordered', 'delivered')
      and review is distinct from 'waiting' and review is distinct from 'refused'
      and holds_until > ${now} and holds_until <= ${now}::timestamptz + ${before}
      and (hold_told_at is null or hold_told_at < holds_until - ${before})`;
  const due = await db().$queryRaw<{ id: number }[]>`
    select id from lead where ${isDue} order by holds_until limit ${AT_ONCE}`;
  return eachByItself(due, "nobody could be told that a friend stays theirs no longer", (id) =>
    inRetriedTransaction(async (tx) => {
      await tx.$queryRaw`select from lead where id = ${id} for no key update`;
      // Done something with, or told by another run, since it was found. A query of its own: the one that waits for
      // the lock sees what was before it.
      const [still] = await tx.$queryRaw<{ until: Date }[]>`
        update lead set hold_told_at = ${now} where id = ${id} and ${isDue} returning holds_until as until`;
      if (!still) return false;
      await writeLeadNews(tx, id, { what: "hold-ends", until: still.until }, now);
      return true;
    }),
  );
}
