import { earnedByMonth, type PaidYear } from "./dues-earned.ts";
import type { Month } from "./months.ts";

/** A year of dues as the books have it. */
export type DuesYear = PaidYear & {
  currency: string;
  /** The month in which its money came. */
  paid: Month;
};

/** What became of dues in a month, in minor units of one currency: opening + received − refunded − earned = closing. */
export type DuesLine = {
  month: Month;
  currency: string;
  /** Paid for and not earned yet when the month began. */
  openingMinor: number;
  receivedMinor: number;
  refundedMinor: number;
  earnedMinor: number;
  closingMinor: number;
};

/** What became of dues, month by month, currency by currency. */
export function duesByMonth(years: readonly DuesYear[], months: readonly Month[]): DuesLine[] {
  const currencies = [...new Set(years.map(({ currency }) => currency))].sort();
  return currencies.flatMap((currency) => {
    const all = movesOf(years.filter((year) => year.currency === currency));
    const first = months[0] ?? "";
    let openingMinor = all
      .filter(({ month }) => month < first)
      .reduce((sum, each) => sum + each.received - each.refunded - each.earned, 0);
    return months.map((month) => {
      const moves = all.filter((each) => each.month === month);
      const sum = (key: "received" | "refunded" | "earned") =>
        moves.reduce((total, each) => total + each[key], 0);
      const line = {
        month,
        currency,
        openingMinor,
        receivedMinor: sum("received"),
        refundedMinor: sum("refunded"),
        earnedMinor: sum("earned"),
        closingMinor: openingMinor + sum("received") - sum("refunded") - sum("earned"),
      };
      openingMinor = line.closingMinor;
      return line;
    });
  });
}

type Move = { month: Month; received: number; refunded: number; earned: number };

/** What each month brings, of all years of a currency together. */
function movesOf(years: readonly DuesYear[]): Move[] {
  const moves = new Map<Month, Move>();
  const moveOf = (month: Month) => {
    const move = moves.get(month) ?? { month, received: 0, refunded: 0, earned: 0 };
    moves.set(month, move);
    return move;
  };
  for (const year of years) {
    moveOf(year.paid).received += year.amountMinor;
    for (const { month, amountMinor } of year.refunds) moveOf(month).refunded += amountMinor;
    for (const [month, minor] of earnedByMonth(year)) moveOf(month).earned += minor;
  }
  return [...moves.values()];
}
