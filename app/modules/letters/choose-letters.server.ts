import type { Db } from "#app/platform/db.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";

/** Keeps the language in which a person wants the club's letters. */
export async function chooseLetters(db: Db, personId: number, locale: Locale): Promise<void> {
  await db.person.update({ where: { id: personId }, data: { locale } });
}
