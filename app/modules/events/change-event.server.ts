import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { eventHow } from "./event-how.server.ts";
import { loadAnsweredQuestions } from "./load-event-people.server.ts";
import { lockTypedEvent } from "./lock-typed-event.server.ts";
import { type MovedPart, movesBetween } from "./moved.ts";
import { type EventPlan, writePlan } from "./plan.ts";
import { withRetired } from "./read-event-asking.ts";
import { typeEvent } from "./type-event.ts";

export type PlanChange = {
  eventId: number;
  plan: EventPlan;
  /** The event's when the form began; null where nobody looked, as in a series. */
  revision: number | null;
  /** What moves, as whoever saves has seen and agreed to. */
  agreed: readonly MovedPart[];
  now: Date;
};

export type PlanChanged =
  | { ok: true; changed: boolean; moved: MovedPart[] }
  | { ok: false; refusal: "no-such-event" | "not-published" | "changed-meanwhile" | "over" }
  /** People registered for what would move: nothing was saved before it was seen what that means. */
  | { ok: false; refusal: "to-agree"; moved: MovedPart[] };

/**
 * Gives a published event another plan, as its next version. What follows for those who registered is the
 * caller's, in the same transaction: see registrations.
 */
export async function changePlanIn(
  tx: Db,
  { eventId, plan: typed, revision, agreed, now }: PlanChange,
  actor: Actor,
): Promise<PlanChanged> {
  const event = await lockTypedEvent(tx, eventId);
  if (!event) return { ok: false, refusal: "no-such-event" };
  if (event.state !== "published" || !event.plan) return { ok: false, refusal: "not-published" };
  if (revision !== null && revision !== event.revision) {
    return { ok: false, refusal: "changed-meanwhile" };
  }
  const answered = await loadAnsweredQuestions(tx, eventId);
  const plan = {
    ...typed,
    questions: withRetired(event.plan.questions, typed.questions, answered),
  };
  const kept = writePlan(plan);
  if (JSON.stringify(kept) === JSON.stringify(writePlan(event.plan))) {
    return { ok: true, changed: false, moved: [] };
  }
  const { moved, timeOf } = movesBetween(event.plan, plan);
  if (moved.length > 0 && now >= event.plan.endsAt) return { ok: false, refusal: "over" };
  if (moved.some((part) => !agreed.includes(part))) {
    return { ok: false, refusal: "to-agree", moved };
  }
  const version = event.version + 1;
  await tx.event.update({
    where: { id: eventId },
    data: {
      plan: kept,
      version,
      typed: typeEvent(plan, await eventHow(tx)),
      revision: { increment: 1 },
      startsAt: plan.startsAt,
      endsAt: plan.endsAt,
    },
  });
  await tx.eventVersion.create({
    data: { eventId, version, plan: kept, moved, timeOf, createdBy: actor.by },
  });
  await writeAudit(tx, {
    personId: actor.by,
    action: "event.changed",
    subject: `event:${eventId}`,
    detail: { event: plan.title.en, version, ...(moved.length > 0 && { moved: moved.join(" ") }) },
    address: actor.address,
  });
  return { ok: true, changed: true, moved };
}
