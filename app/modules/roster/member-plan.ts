import type { RosterFlag, RosterMember } from "./roster-row.ts";

/** A row of the roster that is a member, and where it stands in its file. */
export type RosterMemberRow = { line: number; member: RosterMember; flags: readonly RosterFlag[] };

/** What is known already of what a row names. */
export type KnownContacts = {
  /** By member number. */
  members: ReadonlyMap<string, KnownMember>;
  /** By e-mail: whose it is. A person who is no member has no number. */
  emails: ReadonlyMap<string, { personId: number; number: string | null }>;
  /** By VIN: the car, and the number of whoever holds it now. */
  vins: ReadonlyMap<string, KnownCar>;
  /** By plate, likewise. */
  plates: ReadonlyMap<string, KnownCar>;
};

export type KnownMember = {
  personId: number;
  name: string;
  phone: string | null;
  email: string | null;
  /** Has a password, or a role: whoever has the e-mail's letters is this person. */
  signsIn: boolean;
};
export type KnownCar = { carId: number; vin: string | null; holder: string | null };

export type MemberRejection = "email_of_another_member" | "car_of_another_member";

export type Contact = { name: string; phone: string | null; email: string | null };

export type MemberDecision =
  | { outcome: "unchanged"; notes: string[] }
  | {
      outcome: "corrected";
      personId: number;
      contact: Contact;
      /** What was there before, for putting it back. */
      former: Contact;
      notes: string[];
    }
  | { outcome: "rejected"; reason: MemberRejection }
  | {
      outcome: "new";
      /** Somebody who could sign in already, such as staff: the membership becomes theirs. */
      personId: number | null;
      car: { carId: number | null; vin: string | null; plate: string | null } | null;
      notes: string[];
    };

/**
 * Decides what a row of the roster does.
 *
 * A member who is known keeps points, tier and cars: of the roster only a name, phone or e-mail that
 * differs is taken over, and an empty cell takes nothing away. The e-mail of somebody who signs in here
 * stays: with it a file could take over an account. What two members cannot both have, an e-mail to sign
 * in with or a car, refuses the row.
 */
export function decideMember({ member }: RosterMemberRow, known: KnownContacts): MemberDecision {
  const owner = member.email === null ? undefined : known.emails.get(member.email);
  if (owner && owner.number !== null && owner.number !== member.number) {
    return { outcome: "rejected", reason: "email_of_another_member" };
  }
  const held = known.members.get(member.number);
  if (held) return correction(member, held, owner?.personId ?? null);

  const car = member.car && decideCar(member, member.car, known);
  if (car === "of-another") return { outcome: "rejected", reason: "car_of_another_member" };
  return {
    outcome: "new",
    personId: owner?.personId ?? null,
    car,
    notes: [
      ...(owner ? ["person_known"] : []),
      ...(member.car?.plate && car && car.plate === null ? ["plate_of_another_member"] : []),
    ],
  };
}

function correction(
  member: RosterMember,
  held: KnownMember,
  emailOwner: number | null,
): MemberDecision {
  if (emailOwner !== null && emailOwner !== held.personId) {
    return { outcome: "rejected", reason: "email_of_another_member" };
  }
  const contact = {
    name: member.name,
    phone: member.phone ?? held.phone,
    email: held.signsIn ? held.email : (member.email ?? held.email),
  };
  const kept = member.email !== null && member.email !== contact.email;
  const notes = kept ? ["email_kept"] : [];
  const same =
    contact.name === held.name && contact.phone === held.phone && contact.email === held.email;
  if (same) return { outcome: "unchanged", notes };
  const former = { name: held.name, phone: held.phone, email: held.email };
  return { outcome: "corrected", personId: held.personId, contact, former, notes };
}

function decideCar(
  member: RosterMember,
  { vin, plate }: { vin: string | null; plate: string | null },
  known: KnownContacts,
) {
  const byVin = vin === null ? undefined : known.vins.get(vin);
  const byPlate = plate === null ? undefined : known.plates.get(plate);
  // A plate alone names a car only where no VIN says otherwise.
  const sameByPlate = byPlate && (vin === null || byPlate.vin === null) ? byPlate : undefined;
  const car = byVin ?? sameByPlate;
  if (car?.holder && car.holder !== member.number) return "of-another";
  const plateTaken = byPlate !== undefined && byPlate.carId !== car?.carId && byPlate.holder;
  return { carId: car?.carId ?? null, vin, plate: plateTaken ? null : plate };
}
