import type { Db } from "#app/platform/db.server.ts";
import { becomeReferrer } from "./become-referrer.server.ts";
import { openReferrerAccount } from "./open-referrer-account.server.ts";

/** The account of a referrer who is not in the club; one who has had no points yet gets it now. */
export async function loadAccountId(db: Db, personId: number): Promise<number> {
  await becomeReferrer(db, personId);
  const { accountId } = await db.referrer.findUniqueOrThrow({
    where: { personId },
    select: { accountId: true },
  });
  return accountId === null ? openReferrerAccount(db, personId) : Number(accountId);
}
