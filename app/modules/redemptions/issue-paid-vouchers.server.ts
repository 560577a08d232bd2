import { loadClub } from "#app/modules/club/load-club.server.ts";
import { issueVoucher } from "#app/modules/vouchers/issue-voucher.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { eachByItself } from "#app/platform/each-by-itself.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { type LockedRedemption, lockRedemption } from "./lock-redemption.server.ts";
import { writeRedemptionLetter } from "./redemption-letter.server.ts";
import { takeFromShelf } from "./take-from-shelf.server.ts";

/**
 * Issues a voucher that waited for its money, in the caller's transaction: its pieces leave the shelf. Where a count
 * has left none, it goes on waiting, paid and promised, until there are some: staff see it among those that are short.
 *
 * @returns whether it was issued.
 */
export async function issuePaidVoucher(tx: Db, redemption: LockedRedemption): Promise<boolean> {
  const { id, quantity, giftId } = redemption;
  const shelf = await takeFromShelf(tx, redemption, null);
  if (!shelf) return false;
  const gift = await tx.gift.findUniqueOrThrow({
    where: { id: giftId },
    select: { voucherUses: true, voucherDays: true },
  });
  const { timeZone } = await loadClub(tx);
  await issueVoucher(tx, {
    redemptionId: id,
    uses: quantity * gift.voucherUses,
    days: gift.voucherDays,
    today: clubTime(timeZone).dayOf(redemption.now),
  });
  await tx.redemption.update({
    where: { id },
    data: { state: "issued", stockStoreId: shelf.storeId },
  });
  await tx.redemptionStep.create({ data: { redemptionId: id, step: "issued" } });
  await writeRedemptionLetter(tx, id, "issued");
  return true;
}

/**
 * Issues what was paid for while no shelf had it, now that one has.
 *
 * @returns how many were issued.
 */
export async function issuePaidVouchers(): Promise<number> {
  const waiting = await db().$queryRaw<{ id: number }[]>`
    select redemption.id from redemption
    join payment on payment.id = redemption.payment_id and payment.state = 'paid'
    where redemption.state = 'requested' and redemption.fulfilment = 'voucher'
    order by redemption.id`;
  return eachByItself(waiting, "a paid voucher could not be issued", (id) =>
    inRetriedTransaction(async (tx) => {
      const redemption = await lockRedemption(tx, id);
      return redemption?.state === "requested" && (await issuePaidVoucher(tx, redemption));
    }),
  );
}
