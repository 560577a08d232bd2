import type { Db } from "#app/platform/db.server.ts";

/** Somebody whom a letter went to, with their member number where they are in the club. */
export type LetterReader = { name: string; number: string | null };

type Sent = { personId: number | null; recipient: string };

/**
 * Finds who letters went to, in one query: whom they were written to, or whose address it is. An address that is
 * nobody's has no reader, as with a code for joining.
 */
export async function letterReaders(
  db: Db,
  letters: readonly Sent[],
): Promise<(letter: Sent) => LetterReader | null> {
  const ids = letters.flatMap(({ personId }) => personId ?? []);
  const addresses = letters.filter(({ personId }) => personId === null).map((to) => to.recipient);
  const people = await db.person.findMany({
    where: { OR: [{ id: { in: ids } }, { email: { in: addresses } }] },
    select: { id: true, email: true, name: true, member: { select: { number: true } } },
  });
  return ({ personId, recipient }) => {
    const person = people.find(({ id, email }) =>
      personId === null ? email === recipient : id === personId,
    );
    return person ? { name: person.name, number: person.member?.number ?? null } : null;
  };
}
