import { DateTime } from "luxon";

/** A day of the model's calendar; day 0 is 1 January 2026. */
export type Day = number;

/** The beginning of a day of the model's; no date for a day not known yet. */
export function dateOf(day: Day): Date {
  return day === Number.POSITIVE_INFINITY
    ? new Date(Number.NaN)
    : DateTime.utc(2026, 1, 1).plus({ days: day }).toJSDate();
}

/** Points of one award in the model. */
export type Lot = {
  madeBy: number;
  origin: Lot | null;
  availableOn: Day;
  lapsesOn: Day;
  remaining: number;
  held: number;
  lapsed: number;
};

/** Points of a lot. */
export type Drawn = { lot: Lot; points: number };

/** Which lots pay for so many points, in the order given; what is held does not. */
export function share(lots: Lot[], points: number): Drawn[] {
  let missing = points;
  const shares: Drawn[] = [];
  for (const lot of lots) {
    const some = Math.min(missing, lot.remaining - lot.held);
    if (some > 0) shares.push({ lot, points: some });
    missing -= some;
  }
  return shares;
}

export function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** {@link share}, taken out of the lots. */
export function draw(lots: Lot[], points: number): Drawn[] {
  const drawn = share(lots, points);
  for (const { lot, points } of drawn) lot.remaining -= points;
  return drawn;
}

/** What lapses first, first; what was made first, where that is the same. */
export function inLapseOrder(lots: Lot[]): Lot[] {
  return lots.toSorted((a, b) => (a.lapsesOn === b.lapsesOn ? 0 : a.lapsesOn - b.lapsesOn));
}
