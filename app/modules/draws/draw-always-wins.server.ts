import type { Db } from "#app/platform/db.server.ts";
import { unseal } from "#app/platform/secret.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { prizeOfTurn } from "./prize-table.ts";
import { PRIZES_PURPOSE } from "./prize-tables.server.ts";

export type Won =
  /** `again`: this key had its turn before, and this is what it won. */
  | { ok: true; turnId: number; turn: number; prize: InBoth; again: boolean }
  | { ok: false; refusal: "no-such-table" | "closed" };

/**
 * Gives somebody their turn at a table of prizes, in the caller's transaction: everybody wins. Turns wait for one
 * another, so the last piece of a prize is won once.
 *
 * @param key what the turn is for, such as `lead:41`: given again it answers what was won.
 * @param memberId whose turn it is, where the club knows them; they see it on their own page.
 */
export async function drawAlwaysWins(
  tx: Db,
  { tableId, key, memberId }: { tableId: number; key: string; memberId: number | null },
): Promise<Won> {
  await tx.$queryRaw`select id from prize_table where id = ${tableId} for update`;
  const table = await tx.prizeTable.findUnique({
    where: { id: tableId },
    include: {
      prizes: { orderBy: { place: "asc" }, include: { _count: { select: { turns: true } } } },
      _count: { select: { turns: true } },
    },
  });
  if (!table) return { ok: false, refusal: "no-such-table" };
  const had = await tx.prizeTurn.findUnique({
    where: { tableId_key: { tableId, key } },
    include: { prize: true },
  });
  if (had) {
    const prize = { en: had.prize.titleEn, zh: had.prize.titleZh };
    return { ok: true, turnId: had.id, turn: had.turn, prize, again: true };
  }
  if (table.closedAt) return { ok: false, refusal: "closed" };
  const turn = table._count.turns + 1;
  const seed = await unseal(PRIZES_PURPOSE, table.sealedSeed, table.commitment);
  const { fingerprint } = table;
  const won = prizeOfTurn(
    table.prizes.map(({ pieces, _count, ...prize }) => ({
      ...prize,
      left: pieces === null ? null : pieces - _count.turns,
    })),
    { seed, fingerprint, turn },
  );
  const { id: turnId } = await tx.prizeTurn.create({
    data: { tableId, turn, key, prizeId: won.id, memberId },
    select: { id: true },
  });
  return { ok: true, turnId, turn, prize: { en: won.titleEn, zh: won.titleZh }, again: false };
}
