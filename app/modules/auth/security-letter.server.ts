import { type LetterProps, writeLetter } from "#app/modules/letters/write-letter.server.ts";
import type { Db } from "#app/platform/db.server.ts";

export type SecurityChange = LetterProps["security-changed"]["what"];

/** Tells somebody that how they sign in was changed (OWASP ASVS 5.0, 6.3.7), in the transaction of it. */
export async function writeSecurityLetter(
  db: Db,
  personId: number,
  what: SecurityChange,
): Promise<void> {
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { name: true, email: true, locale: true },
  });
  if (!person.email) return;
  await writeLetter(db, {
    personId,
    to: person.email,
    template: "security-changed",
    locale: person.locale,
    props: { name: person.name, what, at: new Date().toISOString() },
  });
}
