import { type LetterProps, writeLetter } from "#app/modules/letters/write-letter.server.ts";
import type { Db } from "#app/platform/db.server.ts";

type Reader = { id: number; name: string; email: string | null; locale: string | null };

/** Writes to a member that their tier was changed by hand; to nobody where there is no address. */
export async function tellOfTier(
  db: Db,
  reader: Reader,
  news: Omit<LetterProps["tier-changed"], "name">,
): Promise<void> {
  if (!reader.email) return;
  await writeLetter(db, {
    personId: reader.id,
    to: reader.email,
    template: "tier-changed",
    locale: reader.locale,
    props: { name: reader.name, ...news },
  });
}
