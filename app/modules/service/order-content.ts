import { hash } from "node:crypto";
import type { ServiceOrder } from "./service-order.ts";

/** What of an order can matter. */
export type OrderContent = Omit<ServiceOrder, "settledAt" | "model">;

/**
 * What a row says about its order, as one string: equal for two rows that differ only in how they are
 * written (the dot of a plate, a thousands separator, a date's spelling, `首保` for `保养`, cash for card), and
 * different as soon as anything that can matter differs.
 *
 * The kind of row is part of it, so a correction back to what an order was before is told from the order
 * itself. The time of day is not: the same invoice is exported with it and without. Nor is anything
 * about the customer, whose phone is masked in one row and open in the next.
 */
function orderContent(order: OrderContent): string {
  return [
    order.store,
    order.number,
    // Money that goes back is the same with the word for it and without.
    order.rowKind === "refund" ? "cancellation" : order.rowKind,
    order.settledDay,
    order.vin ?? "",
    order.plate ?? "",
    order.odometerKm ?? "",
    order.kind,
    order.labour,
    order.parts,
    order.discount,
    order.paid,
    order.paymentWord === undefined ? order.payer : `${order.payer} ${order.paymentWord}`,
  ].join("\n");
}

/** The content's SHA-256 in hexadecimal: what is kept of every row ever seen for an order. */
export function orderContentHash(order: OrderContent): string {
  return hash("sha256", orderContent(order));
}
