import { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { db } from "#app/platform/db.server.ts";
import { eachByItself } from "#app/platform/each-by-itself.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { lockRedemption } from "./lock-redemption.server.ts";
import { writeRedemptionLetter } from "./redemption-letter.server.ts";

/** As many as are reminded in one run; the next one goes on. */
const AT_ONCE = 500;

/**
 * Reminds those whose gift still waits at a store some days before its time ends. Once for each end: more time
 * is another one.
 *
 * @returns how many were reminded.
 */
export async function remindOfWaitingGifts(now = new Date()): Promise<number> {
  const { remindDaysBefore } = rulesAt(await loadRuleBook(), now).rules.gifts;
  const isDue = Prisma.sql`
    state = 'ready' and collect_by > ${now}
      and collect_by <= ${now}::timestamptz + make_interval(days => ${remindDaysBefore}::int)
      and not exists (select from redemption_step step
        where step.redemption_id = redemption.id and step.step = 'reminded'
          and step.detail ->> 'until' = extract(epoch from collect_by)::bigint::text)`;
  const due = await db().$queryRaw<{ id: number }[]>`
    select id from redemption where ${isDue} order by collect_by limit ${AT_ONCE}`;
  return eachByItself(due, "nobody could be reminded of a gift", (id) =>
    inRetriedTransaction(async (tx) => {
      await lockRedemption(tx, id);
      // Collected, or reminded by another run, since it was found. A query of its own: the one that waits for the
      // lock sees what was before it.
      const [still] = await tx.$queryRaw<{ until: string }[]>`
        select extract(epoch from collect_by)::bigint::text as until
        from redemption where id = ${id} and ${isDue}`;
      if (!still) return false;
      const { until } = still;
      await tx.redemptionStep.create({
        data: { redemptionId: id, step: "reminded", detail: { until } },
      });
      await writeRedemptionLetter(tx, id, "reminder", { occasion: until });
      return true;
    }),
  );
}
