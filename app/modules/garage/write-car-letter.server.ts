import { type PersonalLetter, writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import { READER } from "#app/modules/person/reader.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Writes to a member about a car; nothing where they have no e-mail address. */
export async function writeCarLetter(
  db: Db,
  memberId: number,
  letter: PersonalLetter<"car-claim" | "co-driver"> & { dedupKey: string },
): Promise<void> {
  const { person } = await db.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { person: { select: READER } },
  });
  await writeLetterTo(db, person, letter);
}
