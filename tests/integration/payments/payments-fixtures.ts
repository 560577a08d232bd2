import type { Payable, RefundTold } from "#app/modules/payments/payable.ts";

/** A noun that is paid for, and what it was told. */
export type GiftBook = {
  payable: Payable;
  paid: { reference: string; amountMinor: number; currency: string }[];
  refunded: RefundTold[];
  /** How often it was asked whether a late payment can still be honoured, and what it says. */
  late: number;
  stillThere: boolean;
  /** It breaks down when it is told that it is paid. */
  failing: boolean;
};

export function aGift(): GiftBook {
  const book: Omit<GiftBook, "payable"> = {
    paid: [],
    refunded: [],
    late: 0,
    stillThere: false,
    failing: false,
  };
  const payable: Payable = {
    purpose: "gift",
    async onPaid(_tx, { reference, amountMinor, currency }) {
      if (whole.failing) throw new Error("It cannot go on");
      whole.paid.push({ reference, amountMinor, currency });
    },
    async onLate() {
      whole.late += 1;
      return whole.stillThere;
    },
    async onRefunded(_tx, _payment, refund) {
      whole.refunded.push(refund);
    },
  };
  const whole = Object.assign(book, { payable });
  return whole;
}
