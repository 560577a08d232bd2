import type { Db } from "#app/platform/db.server.ts";

/**
 * Somebody of a party of an event as contests look at them; null where nobody of that event is meant.
 *
 * @param of.memberId whose party it must be: what a guardian may ask for. Null: anybody's.
 */
export async function findPerson(
  on: Db,
  of: { personId: number; eventId: number; memberId: number | null },
) {
  const person = await on.registrationPerson.findFirst({
    where: {
      ...{ id: of.personId, eventId: of.eventId },
      ...(of.memberId !== null && { registration: { memberId: of.memberId } }),
    },
    select: {
      ...{ id: true, registrationId: true, name: true, role: true, bracket: true, state: true },
      consents: true,
      registration: { select: { state: true } },
    },
  });
  if (!person) return null;
  const { role, state, registration, ...rest } = person;
  return {
    ...rest,
    role: role as "adult" | "child",
    isComing: state === "coming" && registration.state === "registered",
  };
}
