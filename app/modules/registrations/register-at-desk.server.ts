import type { Actor } from "#app/modules/access/actor.ts";
import { readPlan } from "#app/modules/events/plan.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { type PartyRequest, type RegisterAnswer, registerWithin } from "./register-party.server.ts";

const AT_DESK = "registration.at-desk";

/**
 * Registers a party for a member who stands at the desk or calls, or whoever walks in; the audit log says who did.
 *
 * @see registerParty
 */
export function registerAtDesk(
  wanted: Omit<PartyRequest, "by" | "source" | "over"> & {
    source: "desk" | "walk-in";
    /** Why they are let in although there may be no places; null where places are asked for. */
    overReason: string | null;
  },
  { by, address }: Actor,
): Promise<RegisterAnswer> {
  const { overReason, ...party } = wanted;
  const over = overReason === null ? {} : { over: { by, reason: overReason } };
  const request: PartyRequest = { ...party, by, ...over };
  return inRetriedTransaction<RegisterAnswer>(async (tx, rollBack) => {
    const answer = await registerWithin(tx, request);
    if (!answer.ok) return rollBack(answer);
    const subject = `registration:${answer.registrationId}`;
    // Sent twice it was told the first time.
    if ((await tx.auditEntry.count({ where: { action: AT_DESK, subject } })) > 0) return answer;
    const { plan } = await tx.event.findUniqueOrThrow({
      where: { id: wanted.eventId },
      select: { plan: true },
    });
    await writeAudit(tx, {
      personId: by,
      action: AT_DESK,
      subject,
      detail: {
        event: readPlan(plan).title.en,
        people: wanted.party.people.length,
        reason: overReason,
      },
      address,
    });
    return answer;
  });
}
