import { createHash } from "node:crypto";
import type { RegisterAnswer } from "#app/modules/registrations/register-party.server.ts";
import { registerParty } from "#app/modules/registrations/register-party.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { EventOfDay } from "./load-event-of-day.server.ts";
import { type MarkedBy, recordMarks } from "./record-marks.server.ts";
import { partyOf, type WalkIn } from "./walk-in.ts";

export type WalkInRequest = {
  event: EventOfDay;
  walkIn: WalkIn;
  /** Null for a family that is not in the club. */
  memberId: number | null;
  gate: string;
  /** Why they are let in although there may be no place; null where a place is asked for. */
  overReason: string | null;
  requestKey: string;
  by: MarkedBy;
  /** One of the staff, or whoever gave the steward their link: it is on them who is let in. */
  answersFor: number;
  now?: Date;
};

/**
 * Registers a family that walks in, like any other, and marks that it came. Sent twice, both are done once.
 *
 * @returns as the registry answers: whom it refuses is not marked.
 */
export async function registerWalkIn(request: WalkInRequest): Promise<RegisterAnswer> {
  const { event, walkIn, memberId, overReason, requestKey, by, answersFor, now } = request;
  const answer = await registerParty({
    eventId: event.id,
    memberId,
    party: partyOf(event.plan, walkIn, memberId !== null),
    ifFull: "refuse",
    source: "walk-in",
    requestKey,
    by: answersFor,
    seenVersion: null,
    seenPrice: null,
    ...(overReason !== null && { over: { by: answersFor, reason: overReason } }),
    ...(now && { now }),
  });
  if (!answer.ok) return answer;
  const people = await db().registrationPerson.findMany({
    where: { registrationId: answer.registrationId, state: "coming" },
    select: { id: true },
  });
  const at = (now ?? new Date()).toISOString();
  const marks = people.map(({ id }) => ({
    id: markIdOf(requestKey, id),
    kind: "in" as const,
    registrationId: answer.registrationId,
    personId: id,
    undoes: null,
    seen: "",
    people: 0,
    at,
    gate: request.gate,
    device: markIdOf(requestKey, 0),
  }));
  if (marks.length > 0) await recordMarks({ eventId: event.id, marks, by }, now);
  return answer;
}

/** The same form marks the same people under the same ids: sent twice they came once. */
function markIdOf(requestKey: string, personId: number): string {
  const digest = createHash("sha256").update(`${requestKey} ${personId}`).digest("hex");
  // A UUID of version 8, which is what RFC 9562 has for ids that are made so.
  const parts = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `a${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ];
  return parts.join("-");
}
