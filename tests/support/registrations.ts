import { randomUUID } from "node:crypto";
import type { Party, PartyPerson } from "#app/modules/parties/party.ts";
import { changeParty, type PartyChange } from "#app/modules/registrations/change-party.server.ts";
import { exportParties } from "#app/modules/registrations/export-parties.server.ts";
import {
  type PartyRequest,
  type RegisterAnswer,
  registerParty,
} from "#app/modules/registrations/register-party.server.ts";
import { db } from "#app/platform/db.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { type TestEvent, WHILE_OPEN } from "./events.ts";
import { aMember, type TestMember } from "./people.ts";

const somebody: PartyPerson = {
  role: "adult",
  name: "Lin Wei",
  birthDate: null,
  phone: null,
  familyMemberId: null,
  isMember: false,
  drives: false,
  inFewer: false,
  answers: {},
  consents: [],
  allergies: "",
};

let people = 0;

/** A grown-up whose name nobody else has. */
export function anAdult(changes: Partial<PartyPerson> = {}): PartyPerson {
  people += 1;
  return { ...somebody, name: `Adult ${people}`, ...changes };
}

/** A child of seven at the test event, whose guardian agrees to all, and whose name nobody else has. */
export function aChild(changes: Partial<PartyPerson> = {}): PartyPerson {
  people += 1;
  return {
    ...somebody,
    role: "child",
    name: `Child ${people}`,
    birthDate: "2019-08-01",
    consents: ["taking_part", "photographs", "artwork"],
    ...changes,
  };
}

/** A party of one adult, who is the member; the test changes what it is about. */
export const aParty = (changes: Partial<Party> = {}): Party => ({
  session: null,
  cars: 0,
  carPlate: null,
  phone: null,
  answers: {},
  agreed: {},
  care: { emergencyName: "Grandma Lin", emergencyPhone: "+8613800000000", collectors: "" },
  people: [anAdult({ isMember: true })],
  ...changes,
});

/** A party of so many adults. */
export const aPartyOf = (adults: number, changes: Partial<Party> = {}): Party =>
  aParty({
    people: Array.from({ length: adults }, (_, at) => anAdult({ isMember: at === 0 })),
    ...changes,
  });

/** Registers a member as their page does, while registering is open. */
export const register = (
  event: Pick<TestEvent, "eventId">,
  member: TestMember,
  changes: Partial<PartyRequest> = {},
): Promise<RegisterAnswer> =>
  registerParty({
    eventId: event.eventId,
    memberId: member.memberId,
    party: aParty(),
    ifFull: "wait",
    source: "owner",
    requestKey: randomUUID(),
    by: member.id,
    seenVersion: null,
    seenPrice: null,
    now: WHILE_OPEN,
    ...changes,
  });

/** The same for somebody new, which must succeed. */
export async function registered(
  event: Pick<TestEvent, "eventId">,
  changes: Partial<PartyRequest> = {},
  member?: TestMember,
) {
  const who = member ?? (await aMember());
  const answer = await register(event, who, changes);
  if (!answer.ok) throw new Error(`Refused: ${JSON.stringify(answer)}`);
  return { ...answer, member: who };
}

/** A registration with all that belongs to it. */
export const registrationOf = (id: number) =>
  db().registration.findUniqueOrThrow({
    where: { id },
    include: {
      people: { orderBy: { id: "asc" } },
      steps: { orderBy: { id: "asc" } },
      entries: { orderBy: { id: "asc" }, include: { offers: { orderBy: { id: "asc" } } } },
      care: true,
    },
  });

/** Changes a party as its form does: with all of its people as they are, without some, and with others. */
export async function change(
  who: { registrationId: number; member: Pick<TestMember, "id" | "memberId"> },
  people: { without?: number[]; and?: PartyPerson[] },
  changes: Partial<PartyChange> & { session?: string } = {},
) {
  const { registrationId, member } = who;
  const { session = null, ...rest } = changes;
  const kept = await registrationOf(registrationId);
  const stay = kept.people
    .filter(({ state }, at) => state !== "out" && !people.without?.includes(at))
    .map(({ id, role, name, birthDate, bracket: _, isMember, drives, inFewer, consents }) => ({
      ...anAdult(),
      id,
      role: role as "adult" | "child",
      name,
      birthDate: birthDate?.toISOString().slice(0, 10) ?? null,
      isMember,
      drives,
      inFewer,
      consents: consents as PartyPerson["consents"],
    }));
  const join = (people.and ?? []).map((person) => ({ ...person, id: null }));
  return changeParty({
    registrationId,
    memberId: member.memberId,
    party: { ...aParty({ session }), people: [...stay, ...join] },
    revision: Number(kept.steps.at(-1)?.id),
    ifFull: "refuse",
    requestKey: randomUUID(),
    by: member.id,
    now: WHILE_OPEN,
    ...rest,
  });
}

/** The file of an event's parties, in English. */
export async function partiesFile(eventId: number): Promise<string> {
  let file = "";
  for await (const some of (await exportParties(db(), eventId, translator("en"))) ?? [])
    file += some;
  return file;
}
