import type { KeptWait } from "#app/modules/events/event-wait.ts";
import type { PersonState, RegistrationState } from "#app/modules/parties/registration.ts";
import type { Mark } from "./mark.ts";
import type { KeptMark } from "./presence.ts";

/** What a device carries so that it can check in without a network. All of it is JSON. */
export type CheckInList = {
  eventId: number;
  /** When it was read, as ISO 8601. */
  asOf: string;
  /** When it arrived, by the device's own clock, which may be days off; the device writes it. */
  arrivedAt?: string;
  /** That it is still open whether the event takes place; a list that a device has kept since before says nothing. */
  wait?: KeptWait | null;
  parties: ListedParty[];
  /** What all gates saw so far. */
  marks: SentMark[];
};

/** A mark as it travels. */
export type SentMark = Omit<KeptMark, "at" | "receivedAt"> & { at: string; receivedAt: string };

export type ListedParty = {
  id: number;
  token: string;
  code: string;
  state: RegistrationState;
  /** The member's number; null for somebody who is not in the club. */
  memberNumber: string | null;
  session: string | null;
  cars: number;
  carPlate: string | null;
  people: ListedPerson[];
  care: { emergencyName: string; emergencyPhone: string; collectors: string } | null;
};

export type ListedPerson = {
  id: number;
  name: string;
  role: "adult" | "child";
  state: PersonState;
  isMember: boolean;
  drives: boolean;
  bracket: string | null;
  allergies: string;
  /** Whether they may be photographed; true where nobody was asked. */
  photographs: boolean;
};

/** Marks of the club and of this device together, each once, for reading stays out of them. */
export function allMarks(list: CheckInList | null, queued: readonly Mark[]): KeptMark[] {
  const kept = (list?.marks ?? []).map((mark) => ({
    ...mark,
    at: new Date(mark.at),
    receivedAt: new Date(mark.receivedAt),
  }));
  const known = new Set(kept.map(({ id }) => id));
  const parties = new Map(list?.parties.map((party) => [party.id, party]));
  const own = queued
    .filter(({ id }) => !known.has(id))
    .map((mark) => ({
      ...mark,
      at: new Date(mark.at),
      receivedAt: new Date(mark.at),
      answer: expectedAnswer(parties, mark),
    }));
  return [...kept, ...own];
}

/** What the club will say of a mark, as far as the list knows. */
function expectedAnswer(
  parties: ReadonlyMap<number, ListedParty>,
  { kind, registrationId, personId }: Mark,
): KeptMark["answer"] {
  if (kind === "undo") return "recorded";
  const party = registrationId === null ? undefined : parties.get(registrationId);
  if (!party) return "provisional";
  const person = party.people.find(({ id }) => id === personId);
  const hasPlace = party.state === "registered" && (!person || person.state === "coming");
  return hasPlace ? "recorded" : "no-place";
}

/** Parties of which somebody's name, or the plate of the car, has what was typed; the first twenty. */
export function findByName(list: CheckInList | null, typed: string): ListedParty[] {
  const sought = plain(typed);
  if (sought.length === 0) return [];
  return (list?.parties ?? [])
    .filter(({ people, carPlate, memberNumber }) =>
      [...people.map(({ name }) => name), carPlate ?? "", memberNumber ?? ""].some((text) =>
        plain(text).includes(sought),
      ),
    )
    .slice(0, 20);
}

const plain = (text: string) => text.normalize("NFKC").toLowerCase().replace(/\s/g, "");
