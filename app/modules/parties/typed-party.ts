import { ageOn } from "#app/modules/events/brackets.ts";
import type { EventPlan } from "#app/modules/events/plan.ts";
import { type Day, parseDay } from "#app/platform/club-time.ts";
import { typedText } from "#app/platform/typed-text.ts";
import { ADULT_AGE, type Party, type PartyPerson, type PartyProblem } from "./party.ts";

/** Somebody whom the form of a party offers, or a row in which somebody new is typed. */
export type PartyRow = {
  /** Begins the names of its fields. */
  id: string;
  role: "adult" | "child";
  isMember: boolean;
  familyMemberId: number | null;
  /** Of whoever is known; null where it is typed. */
  name: string | null;
  birthDate: Day | null;
};

/** Somebody of the family of whoever registers. */
export type KnownRelative = { id: number; name: string; birthDate: Day };

/** Rows for those whom nobody knows yet: enough for nearly every party, few enough for a phone. */
const MOST_NEW_CHILDREN = 4;
const MOST_COMPANIONS = 6;

/** As long as the fields take; what is longer did not come from our form. */
const LONGEST_NAME = 80;
const LONGEST_PHONE = 30;
const LONGEST_PLATE = 20;
const LONGEST_TOLD = 500;

/**
 * The rows of a party's form: the member, their family, and those in which others are typed.
 *
 * @param member null where nobody is known, as of somebody who walks in.
 * @param eventDay on which ages count.
 */
export function partyRows(
  plan: Pick<EventPlan, "party">,
  member: { name: string } | null,
  family: readonly KnownRelative[],
  eventDay: Day,
): PartyRow[] {
  const { adultsOnly, adultsMax, childrenMax } = plan.party;
  const typed = { isMember: false, familyMemberId: null, name: null, birthDate: null };
  const relatives = family.map(
    ({ id, name, birthDate }): PartyRow => ({
      id: `f${id}`,
      role: ageOn(birthDate, eventDay) >= ADULT_AGE ? "adult" : "child",
      isMember: false,
      familyMemberId: id,
      name,
      birthDate,
    }),
  );
  const children = adultsOnly ? 0 : Math.min(MOST_NEW_CHILDREN, childrenMax);
  const companions = Math.min(MOST_COMPANIONS, Math.max(0, adultsMax - (member ? 1 : 0)));
  return [
    ...(member
      ? [{ ...typed, id: "me", role: "adult" as const, isMember: true, name: member.name }]
      : []),
    ...relatives.filter(({ role }) =>
      role === "adult" ? adultsMax > 1 : !adultsOnly && childrenMax > 0,
    ),
    ...rowsOf("c", children).map((id) => ({ ...typed, id, role: "child" as const })),
    ...rowsOf("a", companions).map((id) => ({ ...typed, id, role: "adult" as const })),
  ];
}

const rowsOf = (letter: string, count: number) =>
  Array.from({ length: count }, (_, place) => `${letter}${place + 1}`);

/** What was typed into a form, by the fields' names: those that can be ticked several times hold all. */
export type TypedFields = Readonly<Record<string, readonly string[]>>;

/**
 * Reads a party as its form sends it.
 *
 * @returns with the party the row of each of its people, in the same order.
 */
export function readTypedParty(
  fields: TypedFields,
  plan: Pick<EventPlan, "sessions" | "party">,
  rows: readonly PartyRow[],
): { party: Party; rows: PartyRow[] } {
  const one = (name: string) => typedText(fields[name]?.[0] ?? "");
  const coming = rows.filter((row) => isComing(fields, row));
  const [only] = plan.sessions;
  const cars = one("cars");
  return {
    rows: coming,
    party: {
      session: one("session") || (plan.sessions.length === 1 && only ? only.key : null),
      cars: /^\d{1,2}$/.test(cars) ? Number(cars) : plan.party.carRequired ? 1 : 0,
      carPlate: one("carPlate").slice(0, LONGEST_PLATE) || null,
      phone: one("phone").slice(0, LONGEST_PHONE) || null,
      answers: answersIn(fields, "answer."),
      agreed: Object.fromEntries(
        Object.entries(answersIn(fields, "agreed.")).map(([key, version]) => [
          key,
          Number(version),
        ]),
      ),
      care: {
        emergencyName: one("care.emergencyName").slice(0, LONGEST_NAME),
        emergencyPhone: one("care.emergencyPhone").slice(0, LONGEST_PHONE),
        collectors: one("care.collectors").slice(0, LONGEST_TOLD),
      },
      people: coming.map((row) => personIn(fields, row)),
    },
  };
}

/** Whoever is known is ticked; whoever is not has a name or a birth date. */
const isComing = (fields: TypedFields, { id, name }: PartyRow): boolean =>
  name === null
    ? ["name", "birthDate"].some((field) => fields[`${id}.${field}`]?.[0]?.trim())
    : fields[`${id}.comes`] !== undefined;

function personIn(fields: TypedFields, row: PartyRow): PartyPerson {
  const one = (name: string) => typedText(fields[`${row.id}.${name}`]?.[0] ?? "");
  const consents = fields[`${row.id}.consents`] ?? [];
  return {
    role: row.role,
    name: row.name ?? one("name").slice(0, LONGEST_NAME),
    birthDate: row.birthDate ?? parseDay(one("birthDate")),
    phone: one("phone").slice(0, LONGEST_PHONE) || null,
    familyMemberId: row.familyMemberId,
    isMember: row.isMember,
    drives: one("drives") !== "",
    inFewer: one("fewer") !== "",
    ageConfirmed: one("sure") !== "",
    answers: answersIn(fields, `${row.id}.answer.`),
    consents: (["taking_part", "photographs", "artwork"] as const).filter((each) =>
      consents.includes(each),
    ),
    allergies: one("allergies").slice(0, LONGEST_TOLD),
  };
}

const answersIn = (fields: TypedFields, prefix: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, [answer = ""]]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), typedText(answer)]] : [],
    ),
  );

/** What is wrong, by the name of the field that it is about. */
export function problemsByField(
  problems: readonly PartyProblem[],
  rows: readonly PartyRow[],
): Record<string, PartyProblem[]> {
  const byField: Record<string, PartyProblem[]> = {};
  for (const problem of problems) {
    const field = fieldOf(problem.path, rows);
    byField[field] = [...(byField[field] ?? []), problem];
  }
  return byField;
}

function fieldOf(path: PartyProblem["path"], rows: readonly PartyRow[]): string {
  const [first, ...rest] = path;
  const nested = (parts: typeof rest) =>
    parts.map((part) => (part === "answers" ? "answer" : part)).join(".");
  if (first !== "people" || typeof rest[0] !== "number") return nested([...path]);
  return `${rows[rest[0]]?.id}.${nested(rest.slice(1))}`;
}

/** Children who were typed and whom the member would like to find in their family next time. */
export function childrenToKeep(
  fields: TypedFields,
  party: Party,
  rows: readonly PartyRow[],
): { name: string; birthDate: Day }[] {
  return rows.flatMap((row, place) => {
    const person = party.people[place];
    const wished = row.familyMemberId === null && fields[`${row.id}.keep`] !== undefined;
    return wished && person?.birthDate ? [{ name: person.name, birthDate: person.birthDate }] : [];
  });
}
