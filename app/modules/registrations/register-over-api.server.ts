import type { ApiClient } from "#app/modules/api/api-client.ts";
import type { ApiRegistrationRequest } from "#app/modules/api/event-schemas.ts";
import type { Party } from "#app/modules/parties/party.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inSavepoint } from "#app/platform/transaction.server.ts";
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
        party: partyOf(sent),
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

const partyOf = (sent: ApiRegistrationRequest): Party => ({
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
  people: sent.people.map((person) => ({
    role: person.role,
    name: person.name,
    birthDate: person.birth_date ?? null,
    phone: person.phone ?? null,
    familyMemberId: null,
    isMember: person.is_member,
    drives: person.drives,
    inFewer: person.in_fewer,
    // Whoever calls has no page on which it could be asked about.
    ageConfirmed: true,
    answers: person.answers,
    consents: person.consents,
    allergies: person.allergies,
  })),
});
