import type { Db } from "#app/platform/db.server.ts";
import type { Balance } from "./entry.ts";
import { loadBalances } from "./load-balances.server.ts";

/**
 * The balance of one account by the clock.
 *
 * @throws Error for an account that does not exist.
 */
export async function loadBalance(db: Db, accountId: number, now?: Date): Promise<Balance> {
  const balance = (await loadBalances(db, [accountId], now)).get(accountId);
  if (!balance) throw new Error(`There is no account ${accountId}.`);
  return balance;
}
