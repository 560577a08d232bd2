import { ownFamily } from "#app/modules/vehicle/own-family.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { PublishedTable } from "./check-table.ts";
import { loadTurnPieces } from "./table-pieces.server.ts";

/** So many turns are shown of a table: the newest. */
const TURNS = 50;
/** And so many tables. */
const TABLES = 20;

/**
 * The tables, the newest first, with what is left and who won what; whose turn it was is for staff.
 *
 * @param by who looks: what they or their family won, a colleague hands over. Null for everybody else.
 * @param id of one of them alone.
 */
export async function loadPrizeTables(on: Db, by: number | null, id?: number) {
  const rows = await on.prizeTable.findMany({
    where: { id },
    orderBy: { id: "desc" },
    take: TABLES,
    omit: { paper: true, sealedSeed: true },
    include: {
      prizes: { orderBy: { place: "asc" }, include: { _count: { select: { turns: true } } } },
      turns: {
        orderBy: { turn: "desc" },
        take: TURNS,
        include: {
          prize: { select: { titleEn: true, titleZh: true } },
          member: { select: { number: true, person: { select: { name: true } } } },
        },
      },
    },
  });
  const pieces = await loadTurnPieces(
    on,
    rows.map((row) => row.id),
  );
  const family = by === null ? new Set<number>() : await ownFamily(on, by);
  return rows.map(({ titleEn, titleZh, prizes, turns, ...table }) => ({
    ...{ id: table.id, closedAt: table.closedAt, seed: table.seed },
    ...{ fingerprint: table.fingerprint, commitment: table.commitment },
    title: { en: titleEn, zh: titleZh },
    prizes: prizes.map(({ id, weight, pieces, _count, ...prize }) => ({
      ...{ id, weight, pieces, won: _count.turns },
      title: { en: prize.titleEn, zh: prize.titleZh },
    })),
    turns: turns.map(({ id, turn, prizeId, prize, member, memberId, createdAt, handedOverAt }) => ({
      ...{ id, turn, prizeId, createdAt, handedOverAt },
      /** Of a gift of the catalogue: whether its piece is kept, taken or free again. */
      piece: pieces.get(id)?.state ?? null,
      isOwn: memberId !== null && family.has(memberId),
      prize: { en: prize.titleEn, zh: prize.titleZh },
      memberNumber: member?.number ?? null,
      name: member?.person.name ?? null,
    })),
  }));
}

export type ListedPrizeTable = Awaited<ReturnType<typeof loadPrizeTables>>[number];

/** One of them as everybody sees it: what can be won, and what each turn won, without whose it was. */
export async function loadPublicPrizeTable(on: Db, id: number) {
  const [table] = await loadPrizeTables(on, null, id);
  return (
    table && {
      ...table,
      turns: table.turns.map(({ turn, prize }) => ({ turn, prize })),
      published: publishedOf(table),
    }
  );
}

/** What a visitor's browser holds against the table's paper, once its seed is told. */
function publishedOf({ seed, fingerprint, commitment, prizes, turns }: ListedPrizeTable) {
  if (seed === null) return null;
  const placeOf = new Map(prizes.map(({ id }, at) => [id, at + 1]));
  const published: PublishedTable = {
    ...{ seed, fingerprint, commitment, won: prizes.map(({ won }) => won) },
    turnsInAll: prizes.reduce((sum, { won }) => sum + won, 0),
    turns: turns.map(({ turn, prizeId }) => ({ turn, place: placeOf.get(prizeId) as number })),
  };
  return published;
}

/** A table as text, as it was promised; null where there is none. */
export async function loadPrizePaper(on: Db, id: number): Promise<string | null> {
  const row = await on.prizeTable.findUnique({ where: { id }, select: { paper: true } });
  return row?.paper ?? null;
}
