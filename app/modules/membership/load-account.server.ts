import type { Db } from "#app/platform/db.server.ts";
import { isLocale, type Locale } from "#app/platform/words/locale.ts";

/** What a member's account page shows of them. */
export type Account = {
  name: string;
  number: string;
  email: string | null;
  phone: string | null;
  /** The language of letters; null while they have not chosen one. */
  letters: Locale | null;
  hasPassword: boolean;
};

/** @throws when there is no such member. */
export async function loadAccount(db: Db, memberId: number): Promise<Account> {
  const { number, person } = await db.member.findUniqueOrThrow({
    where: { id: memberId },
    select: {
      number: true,
      person: {
        select: { name: true, email: true, phone: true, locale: true, passwordHash: true },
      },
    },
  });
  return {
    name: person.name,
    number,
    email: person.email,
    phone: person.phone,
    letters: isLocale(person.locale) ? person.locale : null,
    hasPassword: person.passwordHash !== null,
  };
}
