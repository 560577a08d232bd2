import type { LetterProps } from "#app/modules/letters/write-letter.server.ts";
import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import { READER } from "#app/modules/person/reader.ts";
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
    select: READER,
  });
  await writeLetterTo(db, person, {
    template: "security-changed",
    props: { what, at: new Date().toISOString() },
  });
}
