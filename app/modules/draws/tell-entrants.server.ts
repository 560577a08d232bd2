import { type NewLetter, writeLetters } from "#app/modules/letters/write-letter.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { showEntryNumber } from "./entry-number.ts";

/** As many letters as are written in one transaction. */
const AT_ONCE = 200;

/**
 * Writes to everybody of a frozen draw that they are in: a job of the queue, which goes on where it was cut off. Each entry
 * is written about once. Once the draw is drawn or called off it is late, and nobody more is written to.
 */
export async function tellEntrants(drawId: number): Promise<void> {
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after;
    after = await inRetriedTransaction((tx) => tellSome(tx, drawId, from));
  }
}

type Entrant = {
  id: number;
  entry: string;
  tickets: number;
  personId: number;
  name: string;
  email: string | null;
  locale: string | null;
};

/** @returns the last entry that was looked at; null where there are no more. */
async function tellSome(tx: Db, drawId: number, after: number): Promise<number | null> {
  // Whoever draws it or calls it off waits for these letters, so that none comes after their news.
  await tx.$queryRaw`select id from draw where id = ${drawId} for share`;
  const draw = await tx.draw.findUnique({
    where: { id: drawId },
    select: { state: true, slug: true, titleEn: true, titleZh: true, drawAt: true },
  });
  if (draw?.state !== "frozen") return null;
  const entrants = await tx.$queryRaw<Entrant[]>`
    select draw_entry.id, draw_entry.entry, draw_entry.weight as tickets, person.id as "personId",
      person.name, person.email, person.locale
    from draw_entry
    join member on member.id = draw_entry.member_id
    join person on person.id = member.person_id and person.closed_at is null
    where draw_entry.draw_id = ${drawId} and draw_entry.id > ${after}
    order by draw_entry.id limit ${AT_ONCE}`;
  const props = {
    ...{ drawEn: draw.titleEn, drawZh: draw.titleZh, slug: draw.slug },
    drawAt: draw.drawAt.toISOString(),
  };
  await writeLetters(
    tx,
    entrants.flatMap(({ id, personId, name, email, locale, entry, tickets }): NewLetter[] => {
      if (!email) return [];
      const own = { name, entry: showEntryNumber(entry), tickets };
      const letter = { template: "draw-entered", props: { ...props, ...own } } as const;
      return [{ ...letter, personId, to: email, locale, dedupKey: `draw-entered:${id}` }];
    }),
  );
  return entrants.length < AT_ONCE ? null : (entrants.at(-1)?.id ?? null);
}
