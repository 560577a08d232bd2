import type { Actor } from "#app/modules/access/actor.ts";
import { isStaff, type Role } from "#app/modules/access/roles.ts";
import { endAllSessions } from "#app/modules/auth/end-session.server.ts";
import { writeLetter } from "#app/modules/letters/write-letter.server.ts";
import { maskEmail } from "#app/modules/person/contact-spelling.ts";
import { soundNames } from "#app/modules/person/sound-names.server.ts";
import { forgetEmailChange } from "#app/modules/security/request-email-change.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { isUniqueViolation } from "#app/platform/transient-error.ts";

/** How to reach a member, and when to wish them a happy birthday. */
export type Contact = {
  name: string;
  /** E.164. */
  phone: string | null;
  /** Lower case. */
  email: string | null;
  birthMonth: number | null;
  birthDay: number | null;
};

export type CorrectionRefusal =
  | "no-such-member"
  | "email-taken"
  | "email-needs-id"
  | "email-of-staff"
  | "email-kept";

export type Correction =
  | { ok: true; changed: (keyof Contact)[] }
  | { ok: false; refusal: CorrectionRefusal };

const FIELDS = ["name", "phone", "email", "birthMonth", "birthDay"] as const;
/** @returns null where there is no such member, or their account was closed. */
export async function loadContact(
  on: Db,
  number: string,
): Promise<(Contact & { signsInAsStaff: boolean }) | null> {
  const member = await on.member.findFirst({
    where: { number, person: { closedAt: null } },
    select: {
      birthMonth: true,
      birthDay: true,
      person: {
        select: { name: true, phone: true, email: true, roles: { select: { role: true } } },
      },
    },
  });
  if (!member) return null;
  const { person, birthMonth, birthDay } = member;
  const { name, phone, email } = person;
  return {
    name,
    phone,
    email,
    birthMonth,
    birthDay,
    signsInAsStaff: isStaff(person.roles.map(({ role }) => role as Role)),
  };
}

/**
 * Corrects how a member is reached, for somebody at the desk.
 *
 * The e-mail is what they sign in with: it changes only for whoever showed who they are, both addresses
 * are told, whoever is signed in is signed out, and it is never taken away. Whoever works here changes their own: otherwise the desk could sign
 * in as an admin. The audit log says which fields changed and holds none of them.
 */
export async function correctContact(
  ask: {
    number: string;
    contact: Contact;
    /** Whether they showed who they are. */
    seenId: boolean;
  } & Actor,
): Promise<Correction> {
  try {
    return await db().$transaction((tx) => correct(tx, ask));
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, refusal: "email-taken" };
    throw error;
  }
}

async function correct(
  tx: Db,
  { number, contact, seenId, by, address }: Parameters<typeof correctContact>[0],
): Promise<Correction> {
  const [locked] = await tx.$queryRaw<{ person_id: number; locale: string | null }[]>`
    select person.id as person_id, person.locale from person
    join member on member.person_id = person.id
    where member.number = ${number} for update of person, member`;
  const before = await loadContact(tx, number);
  if (!locked || !before) return { ok: false, refusal: "no-such-member" };
  const changed = FIELDS.filter((field) => contact[field] !== before[field]);
  if (changed.length === 0) return { ok: true, changed };
  if (changed.includes("email")) {
    if (contact.email === null) return { ok: false, refusal: "email-kept" };
    if (before.signsInAsStaff) return { ok: false, refusal: "email-of-staff" };
    if (!seenId) return { ok: false, refusal: "email-needs-id" };
  }
  const { birthMonth, birthDay, ...person } = contact;
  await tx.person.update({ where: { id: locked.person_id }, data: person });
  await soundNames(tx, [locked.person_id]);
  await tx.member.update({ where: { number }, data: { birthMonth, birthDay } });
  await writeAudit(tx, {
    personId: by,
    action: "contact.corrected",
    subject: `member:${number}`,
    detail: { fields: changed.join(" "), seenId: changed.includes("email") ? seenId : null },
    address,
  });
  if (changed.includes("email") && contact.email !== null) {
    // Whoever came in by the old address is asked again, and cannot finish a change begun there.
    await endAllSessions(tx, locked.person_id);
    await forgetEmailChange(tx, locked.person_id);
    await tellBoth(tx, { ...locked, name: contact.name, before: before.email, now: contact.email });
  }
  return { ok: true, changed };
}

async function tellBoth(
  tx: Db,
  change: {
    person_id: number;
    locale: string | null;
    name: string;
    before: string | null;
    now: string;
  },
): Promise<void> {
  const { person_id: personId, locale, name, before, now } = change;
  const letter = (to: string, side: "old" | "new") =>
    writeLetter(tx, {
      personId,
      to,
      template: "email-changed",
      locale,
      props: {
        name,
        oldEmail: before === null ? "–" : maskEmail(before),
        newEmail: maskEmail(now),
        side,
      },
    });
  await letter(now, "new");
  if (before !== null) await letter(before, "old");
}
