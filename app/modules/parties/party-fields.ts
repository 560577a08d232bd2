import type { Day } from "#app/platform/club-time.ts";
import type { PartyRow, TypedFields } from "./typed-party.ts";

/** Somebody of a party, as they are kept. */
export type KeptPerson = {
  id: number;
  role: "adult" | "child";
  name: string;
  birthDate: Day | null;
  phone: string | null;
  familyMemberId: number | null;
  isMember: boolean;
  drives: boolean;
  inFewer: boolean;
  allergies: string;
  answers: readonly { question: string; answer: string }[];
  consents: readonly string[];
};

/** A party as it is kept, for its form. */
export type KeptParty = {
  session: string | null;
  cars: number;
  carPlate: string | null;
  answers: readonly { question: string; answer: string }[];
  agreed: readonly { key: string; version: number }[];
  care: { emergencyName: string; emergencyPhone: string; collectors: string } | null;
  /** Without those who come no more. */
  people: readonly KeptPerson[];
};

/** The row of somebody in a party's form: the family and the member have theirs, whoever came along gets one. */
const rowIdOf = ({ id, isMember, familyMemberId }: KeptPerson): string => {
  if (isMember) return "me";
  return familyMemberId === null ? `p${id}` : `f${familyMemberId}`;
};

/**
 * The form of a party that is there already.
 *
 * @param offered the rows of the form of a new one.
 * @returns with the rows what they begin with, and who of the party each is.
 */
export function formOfParty(
  party: KeptParty,
  offered: readonly PartyRow[],
): { rows: PartyRow[]; fields: TypedFields; personOf: Record<string, number> } {
  const known = party.people.map(
    (person): PartyRow => ({
      id: rowIdOf(person),
      role: person.role,
      isMember: person.isMember,
      familyMemberId: person.familyMemberId,
      name: person.name,
      birthDate: person.birthDate,
    }),
  );
  const others = offered.filter(({ id }) => !known.some((row) => row.id === id));
  const isNew = ({ id }: PartyRow) => /^[ac]\d/.test(id);
  return {
    rows: [...known, ...others.filter((row) => !isNew(row)), ...others.filter(isNew)],
    fields: { ...fieldsOf(party), ...Object.assign({}, ...party.people.map(fieldsOfPerson)) },
    personOf: Object.fromEntries(party.people.map((person) => [rowIdOf(person), person.id])),
  };
}

function fieldsOf({ session, cars, carPlate, answers, agreed, care }: KeptParty): TypedFields {
  return {
    ...(session === null ? {} : { session: [session] }),
    cars: [String(cars)],
    carPlate: [carPlate ?? ""],
    ...answersOf("answer.", answers),
    ...Object.fromEntries(agreed.map(({ key, version }) => [`agreed.${key}`, [String(version)]])),
    "care.emergencyName": [care?.emergencyName ?? ""],
    "care.emergencyPhone": [care?.emergencyPhone ?? ""],
    "care.collectors": [care?.collectors ?? ""],
  };
}

function fieldsOfPerson(person: KeptPerson): TypedFields {
  const id = rowIdOf(person);
  const { birthDate, phone, drives, inFewer, allergies, answers, consents } = person;
  return {
    [`${id}.comes`]: ["1"],
    [`${id}.birthDate`]: [birthDate ?? ""],
    [`${id}.phone`]: [phone ?? ""],
    ...(drives ? { [`${id}.drives`]: ["1"] } : {}),
    ...(inFewer ? { [`${id}.fewer`]: ["1"] } : {}),
    // It was asked when they registered.
    [`${id}.sure`]: ["1"],
    [`${id}.allergies`]: [allergies],
    [`${id}.consents`]: consents,
    ...answersOf(`${id}.answer.`, answers),
  };
}

const answersOf = (prefix: string, answers: KeptParty["answers"]): TypedFields =>
  Object.fromEntries(answers.map(({ question, answer }) => [prefix + question, [answer]]));
