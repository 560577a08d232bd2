import { changeChildConsent } from "#app/modules/child-consents/change-child-consent.server.ts";
import { ChildConsentForm } from "#app/modules/child-consents/forms.ts";
import { parseForm } from "#app/platform/http/form-fields.server.ts";

type Who = { memberId: number | null; eventId?: number; by: number; address?: string };

/**
 * Gives or takes back a consent for a child, where that is what a form says.
 *
 * @returns the child's party; null for a form that says something else.
 * @throws Response 400 for what no page sends, 404 for a child of somebody else, or none.
 */
export async function actOnConsent(fields: FormData, who: Who): Promise<number | null> {
  if (fields.get("intent") !== "consent") return null;
  const form = parseForm(fields, ChildConsentForm);
  if (form.status !== "success") throw new Response(null, { status: 400 });
  const { party: registrationId, person: personId, consent, given } = form.value;
  const found = await changeChildConsent({ ...who, registrationId, personId, consent, given });
  if (!found) throw new Response(null, { status: 404 });
  return registrationId;
}
