import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { lockTypedEvent } from "./lock-typed-event.server.ts";

export type Cancelling = {
  eventId: number;
  /** As everybody who registered reads it. */
  reason: string;
  now: Date;
};

export type EventCancelled =
  | { ok: true }
  | { ok: false; refusal: "no-such-event" | "not-published" | "over" };

/**
 * Cancels a published event for good: it keeps its page, which says so. Telling people and giving back what they
 * paid is the caller's, in the same transaction: see registrations.
 */
export async function cancelEventIn(
  tx: Db,
  { eventId, reason, now }: Cancelling,
  actor: Actor,
): Promise<EventCancelled> {
  const event = await lockTypedEvent(tx, eventId);
  if (!event) return { ok: false, refusal: "no-such-event" };
  // Sent twice: it is done, for the reason that was given first.
  if (event.state === "cancelled") return { ok: true };
  if (event.state !== "published" || !event.plan) return { ok: false, refusal: "not-published" };
  if (now >= event.plan.endsAt) return { ok: false, refusal: "over" };
  await tx.event.update({
    where: { id: eventId },
    data: {
      state: "cancelled",
      cancelledAt: now,
      cancelReason: reason,
      revision: { increment: 1 },
    },
  });
  await writeAudit(tx, {
    personId: actor.by,
    action: "event.cancelled",
    subject: `event:${eventId}`,
    detail: { event: event.plan.title.en, reason },
    address: actor.address,
  });
  return { ok: true };
}
