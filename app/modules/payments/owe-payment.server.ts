import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import type { Purpose } from "./payment.ts";

export type PaymentOwed = {
  purpose: Purpose;
  /** What it is for, by the id that its noun knows. */
  reference: string | number;
  memberId: number;
  /** What for, in the words of each language; names nobody, since the books keep it. */
  title: InBoth;
  /** More than nought, in the smallest unit of `currency`. */
  amountMinor: number;
  /** ISO 4217. */
  currency: string;
  /** Until when what it is for is kept; null where it waits. */
  dueUntil: Date | null;
};

/**
 * Notes that a member owes money for something, in the caller's transaction. One thing is owed once at a time:
 * a caller that does so twice for one reference fails at the database.
 *
 * @returns the payment's id.
 */
export async function owePayment(tx: Db, owed: PaymentOwed): Promise<number> {
  const { purpose, reference, memberId, title, amountMinor, currency, dueUntil } = owed;
  const { id } = await tx.payment.create({
    data: {
      purpose,
      reference: String(reference),
      memberId,
      titleEn: title.en,
      titleZh: title.zh,
      amountMinor,
      currency,
      dueUntil,
    },
    select: { id: true },
  });
  return id;
}
