import type { Day } from "#app/platform/club-time.ts";
import type { DuesLine } from "./dues-by-month.ts";
import type { GiftCost } from "./load-gift-cost.server.ts";
import type { RevenueLine } from "./point-revenue.ts";

/** The accounts that the club's journal names; the accountant gives them their numbers. */
export type JournalAccount =
  | "sales"
  | "points-deferred"
  | "points-revenue"
  | "gift-cost"
  | "gift-stock"
  | "money"
  | "dues-deferred"
  | "dues-revenue";

/** A line of the journal, in minor units: one of the two sides is nought. */
export type JournalLine = {
  date: Day;
  /** The same for the lines of one entry, which balance. */
  reference: string;
  account: JournalAccount;
  debitMinor: number;
  creditMinor: number;
  currency: string;
};

type Entry = {
  what: string;
  debit: JournalAccount;
  credit: JournalAccount;
  minor: number;
  currency: string;
};

/**
 * A month as entries for the club's accounts, dated its last day. An entry below nought is its other way round; one
 * of nought is left out.
 *
 * @param month.revenue of points, in the club's currency.
 */
export function journalOf(month: {
  lastDay: Day;
  currency: string;
  revenue: RevenueLine;
  costs: readonly GiftCost[];
  dues: readonly DuesLine[];
}): JournalLine[] {
  const { lastDay, currency, revenue, costs, dues } = month;
  const entries: Entry[] = [
    entry("POINTS", "sales", "points-deferred", revenue.allocatedMinor, currency),
    entry("REDEEMED", "points-deferred", "points-revenue", revenue.recognisedMinor, currency),
    ...[...costByCurrency(costs)].map(([inCurrency, minor]) =>
      entry("GIFTS", "gift-cost", "gift-stock", minor, inCurrency),
    ),
    ...dues.flatMap((line) => [
      entry("DUES-IN", "money", "dues-deferred", line.receivedMinor, line.currency),
      entry("DUES-BACK", "dues-deferred", "money", line.refundedMinor, line.currency),
      entry("DUES", "dues-deferred", "dues-revenue", line.earnedMinor, line.currency),
    ]),
  ];
  return entries
    .filter(({ minor }) => minor !== 0)
    .flatMap(({ what, debit, credit, minor, currency }) => {
      const sides = minor > 0 ? [debit, credit] : [credit, debit];
      return sides.map((account, side) => ({
        date: lastDay,
        reference: `${lastDay.slice(0, 7)}-${what}-${currency}`,
        account: account as JournalAccount,
        debitMinor: side === 0 ? Math.abs(minor) : 0,
        creditMinor: side === 1 ? Math.abs(minor) : 0,
        currency,
      }));
    });
}

const entry = (
  what: string,
  debit: JournalAccount,
  credit: JournalAccount,
  minor: number,
  currency: string,
): Entry => ({ what, debit, credit, minor, currency });

/** One entry of a reference: for whatever reason gifts left, they left the same stock. */
function costByCurrency(costs: readonly GiftCost[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { currency, costMinor } of costs) {
    sums.set(currency, (sums.get(currency) ?? 0) + costMinor);
  }
  return sums;
}
