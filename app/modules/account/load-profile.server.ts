import type { Birthday } from "#app/modules/person/birthday.ts";
import type { Db } from "#app/platform/db.server.ts";
import { isLocale, type Locale } from "#app/platform/words/locale.ts";

/** What a member has told the club of themselves. */
export type Profile = {
  name: string;
  number: string;
  email: string | null;
  /** E.164. */
  phone: string | null;
  birthday: Birthday | null;
  /** The language of letters; null while they have not chosen one. */
  letters: Locale | null;
};

/** @throws when there is no such member. */
export async function loadProfile(db: Db, memberId: number): Promise<Profile> {
  const { number, birthMonth, birthDay, person } = await db.member.findUniqueOrThrow({
    where: { id: memberId },
    select: {
      number: true,
      birthMonth: true,
      birthDay: true,
      person: { select: { name: true, email: true, phone: true, locale: true } },
    },
  });
  return {
    name: person.name,
    number,
    email: person.email,
    phone: person.phone,
    birthday: birthMonth && birthDay ? { month: birthMonth, day: birthDay } : null,
    letters: isLocale(person.locale) ? person.locale : null,
  };
}
