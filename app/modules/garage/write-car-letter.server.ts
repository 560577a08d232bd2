import { type LetterProps, writeLetter } from "#app/modules/letters/write-letter.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** What a letter about a car says, but for whom it is to. */
type CarLetter = { dedupKey: string } & (
  | { template: "car-claim"; props: Omit<LetterProps["car-claim"], "name"> }
  | { template: "co-driver"; props: Omit<LetterProps["co-driver"], "name"> }
);

/** Writes to a member about a car; nothing where they have no e-mail address. */
export async function writeCarLetter(db: Db, memberId: number, letter: CarLetter): Promise<void> {
  const { person } = await db.member.findUniqueOrThrow({
    where: { id: memberId },
    select: {
      person: { select: { id: true, name: true, email: true, locale: true, closedAt: true } },
    },
  });
  if (person.email === null || person.closedAt !== null) return;
  const to = { personId: person.id, to: person.email, locale: person.locale };
  const { name } = person;
  if (letter.template === "car-claim") {
    await writeLetter(db, { ...to, ...letter, props: { name, ...letter.props } });
  } else {
    await writeLetter(db, { ...to, ...letter, props: { name, ...letter.props } });
  }
}
