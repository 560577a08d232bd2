import type { Db } from "#app/platform/db.server.ts";

/** Makes what was paid and refunded at one store another's, with which it is made one. */
export async function movePayments(tx: Db, storeId: number, into: number): Promise<void> {
  await tx.payment.updateMany({ where: { storeId }, data: { storeId: into } });
  await tx.paymentRefund.updateMany({ where: { storeId }, data: { storeId: into } });
}
