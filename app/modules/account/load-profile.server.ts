import type { Birthday } from "#app/modules/person/birthday.ts";
import type { Db } from "#app/platform/db.server.ts";
import { isLocale, type Locale } from "#app/platform/words/locale.ts";

/** What somebody has told the club of themselves. */
export type Profile = {
  name: string;
  /** Null for who is not in the club, and recommends friends: of their birthday nobody asks. */
  number: string | null;
  email: string | null;
  /** E.164. */
  phone: string | null;
  birthday: Birthday | null;
  /** The language of letters; null while they have not chosen one. */
  letters: Locale | null;
};

/** @throws when there is no such person. */
export async function loadProfile(db: Db, personId: number): Promise<Profile> {
  const { name, email, phone, locale, member } = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      ...{ name: true, email: true, phone: true, locale: true },
      member: { select: { number: true, birthMonth: true, birthDay: true } },
    },
  });
  return {
    name,
    number: member?.number ?? null,
    email,
    phone,
    birthday:
      member?.birthMonth && member.birthDay
        ? { month: member.birthMonth, day: member.birthDay }
        : null,
    letters: isLocale(locale) ? locale : null,
  };
}
