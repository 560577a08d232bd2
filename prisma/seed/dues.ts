import { sellGoldYear } from "#app/modules/dues/sell-gold-year.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { db } from "#app/platform/db.server.ts";

/** A member of the file who comes too seldom to earn gold. The key stays: loaded twice it is still one year. */
const BUYER = { number: "M00010207", requestKey: "0f6c1f0e-5a38-4b8e-9a55-0d9e5f2f1b01" };

/** Sells a year of gold at the desk. */
export async function sellSampleYear(clerk: number): Promise<void> {
  const { id: storeId } = await db().store.findFirstOrThrow({
    where: { closedAt: null, askedSince: null },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const { goldDuesMinor } = rulesAt(await loadRuleBook(), new Date()).rules.tiers;
  const answer = await sellGoldYear(
    {
      ...BUYER,
      method: "wechat",
      receiptNumber: "WX-20418",
      storeId,
      amountMinor: goldDuesMinor,
    },
    { by: clerk, address: "127.0.0.1" },
  );
  if (!answer.ok) throw new Error(`The demo's year of gold was refused: ${answer.refusal}`);
}
