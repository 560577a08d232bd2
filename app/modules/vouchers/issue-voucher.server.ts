import { addDays, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { newCode } from "#app/platform/unguessable-code.ts";

/**
 * Issues the voucher of a redemption, in the caller's transaction.
 *
 * @param voucher.uses how often it can be used; `days` how long it is good, counted from `today`.
 */
export async function issueVoucher(
  tx: Db,
  voucher: { redemptionId: number; uses: number; days: number; today: Day },
): Promise<void> {
  await tx.voucher.create({
    data: {
      redemptionId: voucher.redemptionId,
      code: newCode(),
      uses: voucher.uses,
      validThrough: new Date(addDays(voucher.today, voucher.days)),
    },
  });
}
