import type { EventPlan, EventPrice } from "#app/modules/events/plan.ts";

/** What a party pays, all together. Money in the smallest unit of the currency. */
export type PartyPrice = {
  /** Points that are spent. */
  points: number;
  /** Points that are held until they come. */
  deposit: number;
  moneyMinor: number;
  /** ISO 4217; null where no money is asked for. */
  currency: string | null;
};

/** What a party of so many pays; one that has nobody with a place pays nothing. */
export function priceOf(price: EventPrice, people: number): PartyPrice {
  const nothing = { points: 0, deposit: 0, moneyMinor: 0, currency: null };
  if (people === 0 || price.kind === "free") return nothing;
  if (price.kind === "deposit") return { ...nothing, deposit: price.points };
  const times = price.per === "person" ? people : 1;
  if (price.kind === "points") return { ...nothing, points: price.points * times };
  return { ...nothing, moneyMinor: price.minor * times, currency: price.currency };
}

/**
 * What a party pays after a change, in all: what is asked of it, and at least what it has paid where nothing comes back
 * any more. Who joins then takes the place that was paid for and left.
 */
export const toPay = (asked: number, paid: number, isFree: boolean): number =>
  isFree ? asked : Math.max(asked, paid);

/** Whether two prices are the same to whoever pays them. */
export const samePrice = (one: EventPrice, other: EventPrice): boolean =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());

const HOUR_MS = 3600_000;
/** How long places are kept for money that is to come. */
const PAY_WITHIN_MS = 24 * HOUR_MS;
/** A deposit that nobody settled goes back by itself so long after the event. */
const DEPOSIT_DAYS = 14;

/** Until when a party's money must have come; never after the event has begun, but for a desk that takes it then. */
export function payBy({ startsAt, endsAt }: Pick<EventPlan, "startsAt" | "endsAt">, now: Date) {
  const due = now.getTime() + PAY_WITHIN_MS;
  const last = now < startsAt ? startsAt : endsAt;
  return new Date(Math.min(due, last.getTime()));
}

/** When a deposit goes back by itself, should nobody say before whether they came. */
export const depositEnds = ({ endsAt }: Pick<EventPlan, "endsAt">): Date =>
  new Date(endsAt.getTime() + DEPOSIT_DAYS * 24 * HOUR_MS);
