import { lockEvent } from "#app/modules/seats/lock-event.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { followPlan } from "./follow-plan.server.ts";
import { tendLine } from "./tend-lines.server.ts";

/**
 * Changes or cancels a published event, with all that follows for whoever registered: told of what moved, offered
 * what a larger event has free, and given back what they paid for one that is cancelled.
 *
 * @param change writes the event in the transaction that it is given; of a refusal nothing stays.
 */
export function changePublishedEvent<Answer extends { ok: boolean }>(
  eventId: number,
  change: (tx: Db) => Promise<Answer>,
  now?: Date,
): Promise<Answer> {
  return inRetriedTransaction<Answer>(async (tx, rollBack) => {
    const before = await lockEvent(tx, eventId, now);
    const answer = await change(tx);
    if (!answer.ok) return rollBack(answer);
    const after = await lockEvent(tx, eventId, now);
    if (!before || !after) return answer;
    if (after.state === "cancelled") {
      // The parties are many, and each is ended by itself: see refundCancelledEvents.
      if (before.state !== "cancelled") {
        await enqueue(tx, "refund-cancelled-events", {}, { jobKey: "refund-cancelled-events" });
      }
    } else if (after.version !== before.version) {
      await followPlan(tx, before, after);
      await tendLine(tx, after);
    }
    return answer;
  });
}
