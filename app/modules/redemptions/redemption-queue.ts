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
