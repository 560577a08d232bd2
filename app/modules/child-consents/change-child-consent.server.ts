import { keepConsent } from "#app/modules/registrations/keep-changed-party.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { FreeChildConsent } from "./child-consent.ts";

export type ChildConsentChange = {
  registrationId: number;
  /** The member whose party it is; null where staff do it for a family that asks. */
  memberId: number | null;
  /** Staff find the parties of one event alone. */
  eventId?: number;
  /** The child, of the party's people. */
  personId: number;
  consent: FreeChildConsent;
  given: boolean;
  by: number;
  address?: string;
};

/**
 * Gives or takes back a guardian's consent for a child, in whatever state its party is: it holds from this moment. What
 * was said stays in the party's history. Said again it changes nothing.
 *
 * @returns false for a child of somebody else, or none.
 */
export function changeChildConsent(change: ChildConsentChange): Promise<boolean> {
  const { registrationId, memberId, eventId, personId, consent, given, by, address } = change;
  return inRetriedTransaction(async (tx) => {
    const found = await tx.registrationPerson.findFirst({
      where: {
        id: personId,
        registrationId,
        role: "child",
        ...(eventId !== undefined && { eventId }),
        ...(memberId !== null && { registration: { memberId } }),
      },
      select: { eventId: true },
    });
    if (!found) return false;
    const kept = { ...found, registrationId, personId, consent, given, by };
    if (!(await keepConsent(tx, kept))) return true;
    await writeAudit(tx, {
      personId: by,
      action: given ? "child-consent.given" : "child-consent.withdrawn",
      subject: `registration:${registrationId}`,
      detail: { kind: consent, childId: personId },
      ...(address !== undefined && { address }),
    });
    return true;
  });
}
