import type { Db } from "#app/platform/db.server.ts";

export type VoucherUse = {
  redemptionId: number;
  /** Where it is used; null in a club without stores. */
  storeId: number | null;
  by: number;
  /** The form's: sent twice it is used once. */
  requestKey: string;
};

/** `left`: uses that are left afterwards. */
export type RecordedUse = { ok: true; left: number } | { ok: false; why: "repeated" | "used-up" };

/** Writes down that a voucher was used once, under its lock, in the caller's transaction. */
export async function recordUse(tx: Db, use: VoucherUse): Promise<RecordedUse> {
  const { redemptionId, storeId, by, requestKey } = use;
  const voucher = await lockVoucher(tx, redemptionId);
  if (await hasRecorded(tx, requestKey)) return { ok: false, why: "repeated" };
  const used = await tx.voucherUse.count({ where: { voucherId: voucher.id, undoneAt: null } });
  if (used >= voucher.uses) return { ok: false, why: "used-up" };
  await tx.voucherUse.create({ data: { voucherId: voucher.id, usedBy: by, storeId, requestKey } });
  return { ok: true, left: voucher.uses - used - 1 };
}

/** Whether a form's use has been written down. */
export async function hasRecorded(on: Db, requestKey: string): Promise<boolean> {
  return (await on.voucherUse.count({ where: { requestKey } })) > 0;
}

/**
 * Takes a use back, in the caller's transaction.
 *
 * @param undo.since uses from before it stay.
 * @returns `too-late` for those; `undone` where it had been taken back before.
 */
export async function undoUse(
  tx: Db,
  undo: { redemptionId: number; useId: number; since: Date; now: Date; by: number; reason: string },
): Promise<"ok" | "undone" | "too-late"> {
  const { id: voucherId } = await lockVoucher(tx, undo.redemptionId);
  const use = await tx.voucherUse.findFirst({ where: { id: undo.useId, voucherId } });
  if (!use || use.usedAt < undo.since) return "too-late";
  if (use.undoneAt) return "undone";
  await tx.voucherUse.update({
    where: { id: use.id },
    data: { undoneAt: undo.now, undoneBy: undo.by, undoReason: undo.reason },
  });
  return "ok";
}

async function lockVoucher(tx: Db, redemptionId: number): Promise<{ id: number; uses: number }> {
  const [voucher] = await tx.$queryRaw<{ id: number; uses: number }[]>`
    select id, uses from voucher where redemption_id = ${redemptionId} for update`;
  if (!voucher) throw new Error(`Redemption ${redemptionId} has no voucher.`);
  return voucher;
}
