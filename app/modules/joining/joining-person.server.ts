import { soundNames } from "#app/modules/person/sound-names.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";

type Known = { id: number; added: boolean; closed: boolean; memberId: number | null };

/**
 * The person whose address was proved: somebody new, or whoever has it already, such as one who works here
 * or recommends friends, with the name and phone they have just typed. A member stays as they are. The
 * row is locked, so that two tabs joining with one address make one person and one card.
 *
 * An inbox proves an address and nothing more: an account that is there is changed only by whoever is signed in
 * to it, with the second factor that it may have.
 *
 * @param signedInAs the person who is signed in in this browser, if anybody is.
 * @returns `memberId` of whoever has a card already; null where they have to sign in first.
 */
export async function joiningPerson(
  db: Db,
  {
    email,
    name,
    phone,
    locale,
    signedInAs,
  }: {
    email: string;
    name: string;
    phone: string;
    locale: Locale;
    signedInAs: number | null;
  },
): Promise<{ personId: number; memberId: number | null } | null> {
  const lockOrAdd = async (): Promise<Known> => {
    const [row] = await db.$queryRaw<Omit<Known, "memberId">[]>`
      insert into person (name, email, phone, locale) values (${name}, ${email}, ${phone}, ${locale})
      on conflict (email) do update set email = excluded.email
      returning id, xmax = 0 as added, closed_at is not null as closed`;
    const person = row as Omit<Known, "memberId">;
    const member = await db.member.findUnique({
      where: { personId: person.id },
      select: { id: true },
    });
    return { ...person, memberId: member?.id ?? null };
  };
  let person = await lockOrAdd();
  if (person.closed) {
    // Whoever closed an account may come back; as somebody new, for the old one stays closed.
    await db.person.update({ where: { id: person.id }, data: { email: null } });
    person = await lockOrAdd();
  }
  if (person.memberId === null && !person.added) {
    if (person.id !== signedInAs) return null;
    await db.$executeRaw`
      update person set name = ${name}, phone = ${phone}, locale = coalesce(locale, ${locale})
      where id = ${person.id}`;
  }
  await soundNames(db, [person.id]);
  return { personId: person.id, memberId: person.memberId };
}
