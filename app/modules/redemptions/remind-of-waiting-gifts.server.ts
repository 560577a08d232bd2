import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { writeRedemptionLetter } from "./redemption-letter.server.ts";

/**
 * Reminds those whose gift still waits at a store some days before its time ends. Once for each end: the
 * letter's key keeps a second one from being written.
 */
export async function remindOfWaitingGifts(now = new Date()): Promise<number> {
  const { remindDaysBefore } = rulesAt(await loadRuleBook(), now).rules.gifts;
  const due = await db().$queryRaw<{ id: number; until: string }[]>`
    select id, (extract(epoch from collect_by) * 1000)::bigint::text as until
    from redemption
    where state = 'ready' and collect_by > ${now}
      and collect_by <= ${now}::timestamptz + make_interval(days => ${remindDaysBefore}::int)
      and not exists (select from redemption_step step
        where step.redemption_id = redemption.id and step.step = 'reminded'
          and step.created_at > redemption.collect_by - make_interval(days => ${remindDaysBefore}::int))`;
  for (const { id, until } of due) {
    await inRetriedTransaction(async (tx) => {
      await tx.redemptionStep.create({ data: { redemptionId: id, step: "reminded" } });
      await writeRedemptionLetter(tx, id, "reminder", { occasion: until });
    });
  }
  return due.length;
}
