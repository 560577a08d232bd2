import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { isOpen, lockRegistration, noteStep } from "./lock-registration.server.ts";

/**
 * Notes that a party comes also to the event as it is now: from then on it is what they registered for.
 *
 * @param seenVersion the event's as they read it; one that came since is not agreed to.
 */
export function agreeToChange(agreeing: {
  registrationId: number;
  memberId: number;
  seenVersion: number;
  by: number;
}): Promise<{ ok: boolean }> {
  const { registrationId, memberId, seenVersion, by } = agreeing;
  return inRetriedTransaction(async (tx) => {
    const locked = await lockRegistration(tx, registrationId, { ofMember: memberId });
    if (!locked || !isOpen(locked.party)) return { ok: false };
    const { event, party } = locked;
    if (seenVersion !== event.version) return { ok: false };
    if (party.eventVersion === seenVersion) return { ok: true };
    await tx.registration.update({
      where: { id: party.id },
      data: { eventVersion: seenVersion },
      select: { id: true },
    });
    await noteStep(tx, party.id, "agreed", { by, version: seenVersion });
    return { ok: true };
  });
}
