import { daysBetween } from "#app/platform/club-time.ts";
import type { ServiceOrder } from "./service-order.ts";

/** What names the car that an order is for. */
export type CarNames = {
  vin: string | null;
  /** A VIN that may be misread, beside a plate. */
  writtenVin?: string;
  plate: string | null;
  /** The club's car of that VIN or plate; null while it knows none, or nobody has looked. */
  carId: number | null;
};

/** What is held under a number, as far as another row of that number has to know. */
export type HeldUnderNumber = CarNames &
  Pick<ServiceOrder, "settledDay" | "paid" | "payer"> & {
    /** Every row ever seen for it, by its hash. */
    seen: { has(contentHash: string): boolean };
  };

/** A row about an order, and the car it names. */
export type RowOfNumber = CarNames &
  Pick<ServiceOrder, "rowKind" | "settledDay" | "paid" | "payer"> & { contentHash: string };

/**
 * Which order a row is about: one that is held, another one of the same number, or one of the two that
 * nobody but a person can tell.
 */
export type OrderMatch<Held> =
  | { is: "held"; held: Held }
  | { is: "another" }
  | { is: "doubtful"; held: Held };

/** Numbers that begin again do so after months: what lies nearer is about the order that is held. */
export const APART_DAYS = 180;

/**
 * Finds the order that a row is about among those held under its store and number. A workshop begins its
 * numbers again, in January or every day, so the number alone does not say it: the car does, and where the car
 * differs a plain row is never a correction (product rules, "Earning on service").
 *
 * Where the car differs and so do day and sum, nothing but the number speaks for one order: it is another.
 * Where day or sum are the same, a person has to say whether a car was mistyped.
 */
export function matchOrder<Held extends HeldUnderNumber>(
  row: RowOfNumber,
  held: readonly Held[],
): OrderMatch<Held> {
  const seen = held.find((each) => each.seen.has(row.contentHash));
  if (seen) return { is: "held", held: seen };
  const nearestFirst = held
    .map((each) => ({ each, apart: Math.abs(daysBetween(each.settledDay, row.settledDay)) }))
    .sort((a, b) => a.apart - b.apart);
  const nearest = nearestFirst.filter(({ each, apart }) => isSameCar(row, each, apart))[0];
  if (nearest) return matchOfSameCar(row, nearest.each, nearest.apart);
  const doubtful = nearestFirst.find(
    ({ each, apart }) => apart <= APART_DAYS && (row.rowKind !== "order" || hasInCommon(row, each)),
  );
  return doubtful ? { is: "doubtful", held: doubtful.each } : { is: "another" };
}

/** A year later the same car may come again under the same number; its account may also be settled then. */
function matchOfSameCar<Held extends HeldUnderNumber>(
  row: RowOfNumber,
  held: Held,
  apart: number,
): OrderMatch<Held> {
  if (row.rowKind !== "order" || apart <= APART_DAYS) return { is: "held", held };
  if (Math.abs(row.paid) !== Math.abs(held.paid)) return { is: "another" };
  const settlesAccount = held.payer === "on-account" && row.payer === "owner";
  return { is: settlesAccount ? "held" : "doubtful", held };
}

function hasInCommon(row: RowOfNumber, held: HeldUnderNumber): boolean {
  return row.settledDay === held.settledDay || Math.abs(row.paid) === Math.abs(held.paid);
}

/**
 * Whether a row speaks of the car that an order is held for: by VIN or plate, by the car that the club knows
 * under either, or because it spells the same car better. A better spelling takes a car from nobody: of an order
 * whose car the club knows, no other plate is a spelling.
 *
 * @param apart days between the two.
 */
function isSameCar(row: CarNames, held: CarNames, apart: number): boolean {
  if (row.vin !== null && held.vin !== null) {
    return row.vin === held.vin || (isSamePlate(row, held) && isNearly(row.vin, held.vin));
  }
  if (isSamePlate(row, held)) return true;
  const written = row.vin ?? row.writtenVin;
  if (written !== undefined && written === (held.vin ?? held.writtenVin)) return true;
  if (held.carId !== null) return row.carId === held.carId;
  if (apart > 0) return false;
  return row.plate === null || held.plate === null || isNearly(row.plate, held.plate);
}

function isSamePlate(a: CarNames, b: CarNames): boolean {
  return a.plate !== null && a.plate === b.plate;
}

/** One character other, missing or too many, or two that have changed places. */
function isNearly(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from++;
  const rest = long.slice(from + 1);
  if (short.length < long.length) return short.slice(from) === rest;
  const swapped = `${long[from + 1]}${long[from]}${long.slice(from + 2)}`;
  return short.slice(from + 1) === rest || short.slice(from) === swapped;
}

/** Whether names alone cannot say if two rows are of one car: only then the club's cars are asked. */
export function needsCars(a: Omit<CarNames, "carId">, b: Omit<CarNames, "carId">): boolean {
  if (a.vin !== null && b.vin !== null) return false;
  return a.plate === null || a.plate !== b.plate;
}
