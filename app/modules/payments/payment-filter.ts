import { z } from "zod";
import { type Day, parseDay } from "#app/platform/club-time.ts";
import { MOST_ROW_ID, OptionalRowId } from "#app/platform/row-id.ts";
import { PAYMENT_STATES } from "./payment.ts";

const day = z
  .string()
  .refine((typed) => parseDay(typed) !== null)
  .nullable()
  .catch(null);

/** The list's filters as an address holds them; what cannot be read is left out. */
export const PaymentQuery = z.object({
  state: z.enum(PAYMENT_STATES).nullable().catch(null),
  /** The club's days, both of them within. */
  from: day,
  through: day,
  store: OptionalRowId,
  clerk: OptionalRowId,
  /** A member's number. */
  member: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^M\d{8}$/)
    .nullable()
    .catch(null),
  /** The payment with which the page before ended. */
  after: OptionalRowId,
});

export type PaymentFilter = Omit<z.output<typeof PaymentQuery>, "after">;

/** Filters as an address, without those that are not set. */
export function paymentSearch(filter: PaymentFilter, after: number | null = null): URLSearchParams {
  const set = Object.entries({ ...filter, after }).flatMap(([name, value]) =>
    value === null ? [] : [[name, String(value)]],
  );
  return new URLSearchParams(set);
}

/** What a closing list is of: a day of the club, and one clerk or store where it is not all. */
export type ClosingQuery = { day: Day; clerk: number | null; store: number | null };

/** The same as an address holds it; today where it names no day. */
export function readClosingQuery(search: URLSearchParams, today: Day): ClosingQuery {
  const { from, clerk, store } = PaymentQuery.parse({
    ...Object.fromEntries(search),
    from: search.get("day"),
  });
  return { day: from ?? today, clerk, store };
}

/** What money did: it was paid, or is owed; or it went back. */
export type MoneyKind = "payment" | "refund";

/** A place in somebody's list of payments and refunds: the last line of the page before. */
export type MoneyPlace = { kind: MoneyKind; id: number };

/** A place as it stands in an address: `payment-12`. */
export const writeMoneyPlace = ({ kind, id }: MoneyPlace): string => `${kind}-${id}`;

/** The place that an address names; null for what names none, which is the beginning. */
export function readMoneyPlace(text: string | null): MoneyPlace | null {
  const match = /^(payment|refund)-([1-9]\d{0,9})$/.exec(text ?? "");
  const id = Number(match?.[2]);
  return match && id <= MOST_ROW_ID ? { kind: match[1] as MoneyKind, id } : null;
}
