import type { PartyPerson } from "#app/modules/parties/party.ts";
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
      party: {
        session: null,
        cars: 0,
        carPlate: null,
        phone: null,
        answers: {},
        agreed: {},
        care: null,
        people: [
          adult({ name: person.name ?? "", isMember: true }),
          adult({ name: `${(person.name ?? "").slice(0, 1)}太太` }),
        ],
      },
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
