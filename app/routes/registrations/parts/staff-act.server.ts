import type { z } from "zod";
import type { Actor } from "#app/modules/access/actor.ts";
import { cancelRegistration } from "#app/modules/registrations/cancel-registration.server.ts";
import type { StaffPartyForm } from "#app/modules/registrations/forms.ts";
import { leaveLine } from "#app/modules/registrations/leave-line.server.ts";
import { letInOver } from "#app/modules/registrations/let-in-over.server.ts";
import { db } from "#app/platform/db.server.ts";

/**
 * Does what staff ask of a party.
 *
 * @throws Response 404 for a party of another event, or none.
 */
export async function actOnParty(
  eventId: number,
  { intent, party: registrationId, reason }: z.output<typeof StaffPartyForm>,
  actor: Actor,
): Promise<{ ok: boolean; refusal?: string }> {
  const found = await db().registration.count({ where: { id: registrationId, eventId } });
  if (found === 0) throw new Response(null, { status: 404 });
  const { by, address } = actor;
  if (intent === "let-in") return letInOver({ registrationId, reason }, actor);
  if (intent === "leave") return leaveLine({ registrationId, memberId: null, by });
  return cancelRegistration({ registrationId, memberId: null, by, reason, address });
}
