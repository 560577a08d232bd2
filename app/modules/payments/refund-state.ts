import type { RefundState } from "./payment.ts";

/** A refund's state by what Stripe calls it. One that waits for somebody has not gone wrong. */
export function readRefundState(status: string | null): RefundState {
  switch (status) {
    case "succeeded":
    case "failed":
      return status;
    case "canceled":
      return "cancelled";
    default:
      return "pending";
  }
}
