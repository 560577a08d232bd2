import type { Actor } from "#app/modules/access/actor.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { changePlanIn } from "./change-event.server.ts";
import { lockTypedEvent } from "./lock-typed-event.server.ts";

/**
 * Puts a photo over an event instead of its drawing, or takes it away: of a draft in its form, of a published event
 * as another version of it. False where there is no such event any more.
 */
export const setCover = (
  { eventId, coverId, now }: { eventId: number; coverId: number | null; now: Date },
  actor: Actor,
): Promise<boolean> =>
  inRetriedTransaction(async (tx) => {
    const event = await lockTypedEvent(tx, eventId);
    if (!event || event.state === "cancelled") return false;
    if (event.plan) {
      const plan = { ...event.plan, coverId };
      return (await changePlanIn(tx, { eventId, plan, revision: null, agreed: [], now }, actor)).ok;
    }
    await tx.event.update({
      where: { id: eventId },
      data: {
        typed: { ...event.typed, coverId: coverId === null ? "" : String(coverId) },
        revision: { increment: 1 },
      },
    });
    return true;
  });
