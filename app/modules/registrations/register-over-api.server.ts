import type { ApiClient } from "#app/modules/api/api-client.ts";
import type {
  ApiParty,
  ApiPerson,
  ApiRegistrationChange,
  ApiRegistrationRequest,
} from "#app/modules/api/event-schemas.ts";
import type { Party, PartyPerson } from "#app/modules/parties/party.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { inSavepoint } from "#app/platform/transaction.server.ts";
import { cancelRegistration, type RegistrationCancelled } from "./cancel-registration.server.ts";
import { changeParty, type PartyChanged } from "./change-party.server.ts";
import { type RegisterAnswer, registerWithin } from "./register-party.server.ts";

/**
 * Registers a member's party as another program asks, in the caller's transaction; nothing of it stays when it is
 * refused.
 *
 * @param key the request's, which makes a repeat the same registration.
 */
export function registerOverApi(
  tx: Db,
  eventId: number,
  sent: ApiRegistrationRequest,
  by: { client: ApiClient; key: string; member: { id: number; personId: number } },
): Promise<RegisterAnswer> {
  return inSavepoint(
    tx,
    () =>
      registerWithin(tx, {
        eventId,
        memberId: by.member.id,
        party: { ...partyOf(sent), people: sent.people.map(personOf) },
        ifFull: sent.if_full,
        source: "api",
        requestKey: `api:${by.client.id}:${by.key}`,
        by: by.member.personId,
        seenVersion: sent.version ?? null,
        seenPrice: null,
      }),
    ({ ok }) => ok,
  );
}

/** Changes a party as its member could themselves. */
export async function changeOverApi(
  registrationId: number,
  sent: ApiRegistrationChange,
): Promise<PartyChanged> {
  const owner = await ownerOf(registrationId);
  if (!owner) return { ok: false, refusal: "no-such-registration" };
  return changeParty({
    registrationId,
    ...owner,
    party: {
      ...partyOf(sent),
      people: sent.people.map((person) => ({ ...personOf(person), id: person.id ?? null })),
    },
    revision: sent.revision,
    ifFull: sent.if_full,
    requestKey: null,
  });
}

/** Cancels a party as its member could themselves. Cancelled already is cancelled: a retry is answered alike. */
export async function cancelOverApi(registrationId: number): Promise<RegistrationCancelled> {
  const owner = await ownerOf(registrationId);
  if (!owner) return { ok: false, refusal: "no-such-registration" };
  return cancelRegistration({ registrationId, ...owner, reason: null });
}

/** The member whose party it is; who walked in from outside is changed by nobody over the API. */
async function ownerOf(registrationId: number): Promise<{ memberId: number; by: number } | null> {
  const party = await db().registration.findUnique({
    where: { id: registrationId },
    select: { memberId: true, member: { select: { personId: true } } },
  });
  return party?.member && party.memberId !== null
    ? { memberId: party.memberId, by: party.member.personId }
    : null;
}

const partyOf = (sent: ApiParty): Omit<Party, "people"> => ({
  session: sent.session ?? null,
  cars: sent.cars,
  carPlate: sent.car_plate ?? null,
  phone: sent.phone ?? null,
  answers: sent.answers,
  agreed: sent.agreed,
  care: sent.emergency
    ? {
        emergencyName: sent.emergency.name,
        emergencyPhone: sent.emergency.phone,
        collectors: sent.emergency.collectors,
      }
    : null,
});

const personOf = (sent: ApiPerson): PartyPerson => ({
  role: sent.role,
  name: sent.name,
  birthDate: sent.birth_date ?? null,
  phone: sent.phone ?? null,
  familyMemberId: null,
  isMember: sent.is_member,
  drives: sent.drives,
  inFewer: sent.in_fewer,
  // Whoever calls has no page on which it could be asked about.
  ageConfirmed: true,
  answers: sent.answers,
  consents: sent.consents,
  allergies: sent.allergies,
});
