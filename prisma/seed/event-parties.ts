import type { Party, PartyPerson } from "#app/modules/parties/party.ts";
import { registerParty } from "#app/modules/registrations/register-party.server.ts";
import { db } from "#app/platform/db.server.ts";

const PARTIES = 6;

/** Couples of the roll come to the small evening until it is full, and two more wait. */
export async function registerSampleParties(eventId: number): Promise<void> {
  const members = await db().member.findMany({
    where: { person: { email: { startsWith: "owner" } } },
    orderBy: { id: "asc" },
    take: PARTIES,
    select: { id: true, personId: true, person: { select: { name: true } } },
  });
  for (const { id, personId, person } of members) {
    const answer = await registerParty({
      eventId,
      memberId: id,
      party: aCouple(person.name ?? ""),
      ifFull: "wait",
      source: "desk",
      requestKey: `demo:evening:${id}`,
      by: personId,
      seenVersion: null,
      seenPrice: null,
    });
    if (!answer.ok) throw new Error(`The demo's party was refused: ${JSON.stringify(answer)}`);
  }
}

/** A member of the roll with somebody beside them. */
export const aCouple = (name: string): Party => ({
  session: null,
  cars: 0,
  carPlate: null,
  phone: null,
  answers: {},
  agreed: {},
  care: null,
  people: [adult({ name, isMember: true }), adult({ name: `${name.slice(0, 1)}太太` })],
});

export const adult = (who: Pick<PartyPerson, "name"> & Partial<PartyPerson>): PartyPerson => ({
  role: "adult",
  birthDate: null,
  phone: null,
  familyMemberId: null,
  isMember: false,
  drives: false,
  inFewer: false,
  answers: {},
  consents: [],
  allergies: "",
  ...who,
});
