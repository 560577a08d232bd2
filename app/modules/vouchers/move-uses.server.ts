import type { Db } from "#app/platform/db.server.ts";

/** Makes the vouchers used at one store another's, with which it is made one. */
export async function moveUses(tx: Db, storeId: number, into: number): Promise<void> {
  await tx.voucherUse.updateMany({ where: { storeId }, data: { storeId: into } });
}
