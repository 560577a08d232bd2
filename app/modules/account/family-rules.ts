import { addMonths, type Day } from "#app/platform/club-time.ts";

export const RELATIONS = ["child", "partner", "other"] as const;
export type Relation = (typeof RELATIONS)[number];

/** The most people in one family: enough for every event, too few to keep an address book in. */
export const FAMILY_AT_MOST = 20;
const EARLIEST_BIRTH: Day = "1900-01-01";
const OF_AGE_MONTHS = 18 * 12;

export type FamilyEntry = { name: string; birthDate: Day; relation: Relation };

export type FamilyRefusal =
  | "born-in-the-future"
  | "born-too-long-ago"
  | "needs-guardian"
  | "there-already"
  | "family-is-full";

/**
 * Whether somebody is of age, which is on the eighteenth birthday itself. Who was born on 29 February is
 * so on the 28th of a year without one.
 */
export function isOfAge(birthDate: Day, today: Day): boolean {
  return addMonths(birthDate, OF_AGE_MONTHS) <= today;
}

/**
 * Decides whether somebody can be added to a member's family. Anybody under age needs the guardian's
 * consent, whatever they are to the member.
 *
 * @param family who is in it already.
 * @param today the club's day.
 */
export function decideFamilyEntry(
  entry: FamilyEntry,
  guardianAgrees: boolean,
  family: readonly FamilyEntry[],
  today: Day,
): { ok: true; underAge: boolean } | { ok: false; refusal: FamilyRefusal } {
  if (entry.birthDate > today) return { ok: false, refusal: "born-in-the-future" };
  if (entry.birthDate < EARLIEST_BIRTH) return { ok: false, refusal: "born-too-long-ago" };
  const twice = family.some(
    ({ name, birthDate }) => name === entry.name && birthDate === entry.birthDate,
  );
  if (twice) return { ok: false, refusal: "there-already" };
  if (family.length >= FAMILY_AT_MOST) return { ok: false, refusal: "family-is-full" };
  const underAge = !isOfAge(entry.birthDate, today);
  if (underAge && !guardianAgrees) return { ok: false, refusal: "needs-guardian" };
  return { ok: true, underAge };
}
