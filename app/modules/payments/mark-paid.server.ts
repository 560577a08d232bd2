import { loadClub } from "#app/modules/club/load-club.server.ts";
import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { type LockedPayment, tellOf } from "./lock-payment.server.ts";
import type { Payable } from "./payable.ts";
import { type PaymentMethod, receiptName } from "./payment.ts";

/** How it came; at a counter with all that the counter knows of it. */
type HowPaid = {
  paidAt: Date;
  method: PaymentMethod;
  counterReceipt?: string;
  recordedBy?: number;
  storeId?: number;
  requestKey?: string;
};

/**
 * Makes a payment that is locked paid: tells whatever it is for, gives it a receipt and tells its owner.
 *
 * @returns the receipt's number.
 */
export async function markPaid(
  tx: Db,
  payment: LockedPayment,
  payable: Payable,
  how: HowPaid,
): Promise<string> {
  await payable.onPaid(tx, { ...tellOf(payment), state: "paid" });
  const number = await nextReceipt(tx, how.paidAt);
  await tx.payment.update({
    where: { id: payment.id },
    data: { ...how, ...number, state: "paid", cancelledAt: null },
  });
  const receipt = receiptName(number.receiptYear, number.receiptNumber);
  await writeLetterTo(tx, payment.member.person, {
    template: "payment-receipt",
    props: {
      paymentId: payment.id,
      title: payment.title,
      amountMinor: payment.amountMinor,
      currency: payment.currency,
      method: how.method,
      receipt,
      paidAt: how.paidAt.toISOString(),
    },
    dedupKey: `payment-receipt:${payment.id}`,
  });
  return receipt;
}

/**
 * The next number of a receipt in the club's year of an instant. Taken last in a transaction, since everybody who
 * takes one after it waits for its end: what fails leaves no gap.
 */
async function nextReceipt(
  tx: Db,
  at: Date,
): Promise<{ receiptYear: number; receiptNumber: number }> {
  const { timeZone } = await loadClub(tx);
  const receiptYear = Number(clubTime(timeZone).dayOf(at).slice(0, 4));
  await takeTurns(tx, "receipt", receiptYear);
  const { _max } = await tx.payment.aggregate({
    where: { receiptYear },
    _max: { receiptNumber: true },
  });
  return { receiptYear, receiptNumber: (_max.receiptNumber ?? 0) + 1 };
}
