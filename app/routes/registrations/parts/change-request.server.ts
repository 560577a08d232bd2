import { createHash } from "node:crypto";
import { formOfParty } from "#app/modules/parties/party-fields.ts";
import {
  problemsByField,
  readTypedParty,
  type TypedFields,
} from "#app/modules/parties/typed-party.ts";
import { changeParty } from "#app/modules/registrations/change-party.server.ts";
import { loadPartyToChange } from "#app/modules/registrations/load-party.server.ts";
import { loadRegistering } from "#app/modules/registrations/load-registering.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { ownPartyFormOf, rememberContact } from "./register-request.server.ts";

/**
 * The form of a party that a member would change.
 *
 * @throws Response 404 for one of somebody else, or that comes no more.
 */
export async function readPartyToChange(id: number, memberId: number, locale: Locale) {
  const party = await loadPartyToChange(db(), id, memberId);
  const registering = party && (await loadRegistering(db(), party.slug, memberId, { locale }));
  if (!party || !registering) throw new Response(null, { status: 404 });
  const offered = await ownPartyFormOf(registering, memberId);
  const { revision, terms } = party;
  return { registering, revision, terms, ...offered, ...formOfParty(party, offered.rows) };
}

/**
 * By what a form that is sent once more is known. Somebody may go back to it and change it again, so its own key is not
 * enough; that one is random, and nobody can guess from the whole what was typed.
 */
const keyOf = (sent: TypedFields): string =>
  createHash("sha256").update(JSON.stringify(sent)).digest("base64url");

/** Changes a party as its form says. */
export async function changeFromForm(
  registrationId: number,
  sent: TypedFields,
  { registering, rows, personOf }: Awaited<ReturnType<typeof readPartyToChange>>,
  who: { memberId: number; by: number },
) {
  const read = readTypedParty(sent, registering.plan, rows);
  const revision = sent.revision?.[0] ?? "";
  const answer = await changeParty({
    registrationId,
    ...who,
    party: {
      ...read.party,
      people: read.party.people.map((person, place) => ({
        ...person,
        id: personOf[read.rows[place]?.id ?? ""] ?? null,
      })),
    },
    revision: /^\d{1,15}$/.test(revision) ? Number(revision) : 0,
    ifFull: sent.ifFull?.[0] === "wait" ? "wait" : "refuse",
    requestKey: keyOf(sent),
  });
  if (answer.ok) await rememberContact(sent, read.party, who.memberId);
  const problems =
    !answer.ok && answer.refusal === "party" ? problemsByField(answer.problems, read.rows) : {};
  return { answer, problems };
}
