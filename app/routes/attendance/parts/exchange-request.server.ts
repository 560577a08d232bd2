import { ExchangeForm } from "#app/modules/attendance/forms.ts";
import { exchangeCompanion } from "#app/modules/registrations/exchange-companion.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";

/**
 * Lets somebody come in a companion's place, and answers what came of it, as JSON.
 *
 * @throws Response 400 for what the page of the gate does not send.
 */
export async function takeExchange(request: Request, eventId: number, by: number) {
  const form = parseForm(await readFormFields(request), ExchangeForm);
  if (form.status !== "success") throw new Response(null, { status: 400 });
  const { person: personId, name, born } = form.value;
  const answer = await exchangeCompanion({ eventId, personId, name, birthDate: born, by });
  return Response.json(answer);
}
