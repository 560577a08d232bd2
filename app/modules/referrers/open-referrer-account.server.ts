import { openAccounts } from "#app/modules/ledger/open-accounts.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/**
 * Opens an account in the ledger for the points of a referrer who is not in the club. Whoever joins later takes it
 * along: see joining/add-member.server.ts.
 */
export async function openReferrerAccount(tx: Db, personId: number): Promise<number> {
  const owner = `referrer:${personId}`;
  const accountId = (await openAccounts(tx, [owner])).get(owner) as number;
  await tx.referrer.update({
    where: { personId },
    data: { accountId },
    select: { personId: true },
  });
  return accountId;
}
