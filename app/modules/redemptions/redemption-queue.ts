import type { RedemptionState } from "./redemption.ts";

/** What the desk does next with a redemption, and those that nothing is done with any more. */
export const QUEUE_VIEWS = [
  "lay-out",
  "waiting",
  "to-ship",
  "on-its-way",
  "vouchers",
  "short",
  "ended",
] as const;
/** Which redemptions the queue shows. */
export type QueueView = (typeof QUEUE_VIEWS)[number];

/** Where the queue looks: one store, or all places. */
export type QueuePlace = number | "all";

/** Days after which something that only waits for the dealership is late. */
export const LATE_AFTER_DAYS = 3;

/** The view that lists an open redemption; `ended` for those that nobody waits for. */
export function viewOf(redemption: { state: RedemptionState; fulfilment: string }): QueueView {
  switch (redemption.state) {
    case "requested":
      return redemption.fulfilment === "ship" ? "to-ship" : "lay-out";
    case "ready":
      return "waiting";
    case "shipped":
      return "on-its-way";
    case "issued":
      return "vouchers";
    default:
      return "ended";
  }
}
