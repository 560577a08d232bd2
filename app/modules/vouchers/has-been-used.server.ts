import type { Db } from "#app/platform/db.server.ts";

/**
 * Whether a redemption's voucher has been used, if only in part; what was undone counts for nothing. The voucher
 * is locked, so that nobody uses it before the caller's transaction ends.
 */
export async function hasBeenUsed(tx: Db, redemptionId: number): Promise<boolean> {
  await tx.$queryRaw`select id from voucher where redemption_id = ${redemptionId} for update`;
  const uses = await tx.voucherUse.count({ where: { voucher: { redemptionId }, undoneAt: null } });
  return uses > 0;
}
