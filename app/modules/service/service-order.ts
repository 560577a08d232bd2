import type { Payer } from "#app/modules/rulebook/payer.ts";
import type { WorkKind } from "#app/modules/rulebook/work-kind.ts";
import type { Day } from "#app/platform/club-time.ts";

/**
 * What a row says it is: the order, a correction of it (更正), its cancellation (红冲), or money that goes back
 * without that word.
 */
export type RowKind = "order" | "correction" | "cancellation" | "refund";

/** A settled workshop invoice as a row gives it. Amounts are minor units; a cancellation's are negative. */
export type ServiceOrder = {
  store: string;
  number: string;
  rowKind: RowKind;
  settledAt: Date;
  /** The day of settlement in the club's time zone. */
  settledDay: Day;
  /** A VIN whose check digit holds, or one without where there is no plate; the car is then known by it. */
  vin: string | null;
  /** A VIN that no check digit confirms, beside a plate: a car that has it is meant, and otherwise the plate's. */
  writtenVin?: string;
  plate: string | null;
  model: string | null;
  odometerKm: number | null;
  kind: WorkKind;
  labour: number;
  parts: number;
  discount: number;
  /** labour + parts − discount, or what the cashier rounded that down to: see `isPaidSum`. */
  paid: number;
  payer: Payer;
  /** The word for the payment, where nobody knows what it means: see `paymentWord`. */
  paymentWord?: string;
};

/** Store and number together are an order's identity; this is both as one key for maps and sets. */
export function orderKey(order: Pick<ServiceOrder, "store" | "number">): string {
  return `${order.store}\n${order.number}`;
}
