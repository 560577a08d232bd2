import { type Db, db } from "#app/platform/db.server.ts";
import { singleton } from "#app/platform/singleton.server.ts";
import { clubRulesSchema } from "./club-rules.ts";
import { type RuleBook, unchangedRuleBook } from "./rule-book.ts";

const KEPT_MS = 10_000;
const kept = () => singleton<{ book?: RuleBook; until: number }>("rule-book", () => ({ until: 0 }));

/**
 * The club's rules in all their versions but those withdrawn before they began, at most ten seconds old.
 *
 * @param on the transaction, from within one: it may not wait for another connection while it holds one.
 * @throws ZodError when a saved version is not one: nothing is posted or shown by half a rule.
 */
export async function loadRuleBook(on: Db = db()): Promise<RuleBook> {
  const memory = kept();
  if (memory.book && Date.now() < memory.until) return memory.book;
  // One after the other: a transaction has one connection.
  const all = await on.ruleVersion.findMany({
    orderBy: [{ startsAt: "asc" }, { version: "asc" }],
  });
  const withdrawals = await on.ruleWithdrawal.findMany({ select: { version: true } });
  const withdrawn = new Set(withdrawals.map(({ version }) => version));
  const rows = all.filter(({ version }) => !withdrawn.has(version));
  memory.book =
    rows.length === 0
      ? unchangedRuleBook
      : rows.map(({ version, startsAt, settings }) => ({
          version,
          startsAt,
          rules: clubRulesSchema.parse(settings),
        }));
  memory.until = Date.now() + KEPT_MS;
  return memory.book;
}

/** Forgets the kept book; called by whatever saves a version. */
export function forgetRuleBook(): void {
  kept().until = 0;
}
