import { randomBytes } from "node:crypto";
import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { seal, unseal } from "#app/platform/secret.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { alwaysWins, type TablePrize, writePrizePaper } from "./prize-table.ts";
import { fingerprintOf } from "./sequence.ts";

/** What a table's seed is encrypted for; bound to its commitment. */
export const PRIZES_PURPOSE = "prize-table-seed";

export type NewPrizeTable = { title: InBoth; prizes: TablePrize[]; requestKey: string };

/**
 * Opens a table from which every turn wins, with the promise of its seed. Nothing of it changes until it is closed.
 *
 * @returns its id; null where nothing of it is endless, so that a turn could come away with nothing.
 */
export function openPrizeTable(
  { title, prizes, requestKey }: NewPrizeTable,
  actor: Actor,
): Promise<number | null> {
  return inRetriedTransaction(async (tx) => {
    if (!alwaysWins(prizes)) return null;
    const known = await tx.prizeTable.findUnique({ where: { requestKey }, select: { id: true } });
    if (known) return known.id;
    const seed = randomBytes(32).toString("hex");
    const commitment = fingerprintOf(seed);
    const paper = writePrizePaper(title, prizes, commitment);
    const { id } = await tx.prizeTable.create({
      data: {
        ...{ titleEn: title.en, titleZh: title.zh, paper, commitment, requestKey },
        fingerprint: fingerprintOf(paper),
        sealedSeed: new Uint8Array(await seal(PRIZES_PURPOSE, seed, commitment)),
        createdBy: actor.by,
        prizes: {
          create: prizes.map(({ title: { en, zh }, weight, pieces }, place) => ({
            ...{ place: place + 1, titleEn: en, titleZh: zh, weight, pieces },
          })),
        },
      },
      select: { id: true },
    });
    await audit(tx, "prize-table.opened", id, title.en, actor);
    return id;
  });
}

/** Ends a table, and tells its seed: from then on every turn can be worked out again. False where there is none open. */
export function closePrizeTable(tableId: number, actor: Actor, now = new Date()): Promise<boolean> {
  return inRetriedTransaction(async (tx) => {
    await tx.$queryRaw`select id from prize_table where id = ${tableId} for update`;
    const table = await tx.prizeTable.findUnique({ where: { id: tableId } });
    if (!table || table.closedAt) return false;
    const seed = await unseal(PRIZES_PURPOSE, table.sealedSeed, table.commitment);
    await tx.prizeTable.update({
      where: { id: tableId },
      data: { seed, closedAt: now },
      select: { id: true },
    });
    await audit(tx, "prize-table.closed", tableId, table.titleEn, actor);
    return true;
  });
}

/** Notes that somebody has what their turn won. Again it changes nothing; false where there is no such turn. */
export function handOverTurn(turnId: number, actor: Actor, now = new Date()): Promise<boolean> {
  return inRetriedTransaction(async (tx) => {
    const turn = await tx.prizeTurn.findUnique({ where: { id: turnId }, include: { prize: true } });
    if (!turn) return false;
    const { count } = await tx.prizeTurn.updateMany({
      where: { id: turnId, handedOverAt: null },
      data: { handedOverAt: now, handedOverBy: actor.by },
    });
    if (count > 0) {
      await audit(tx, "prize-turn.handed-over", turn.tableId, turn.prize.titleEn, actor);
    }
    return true;
  });
}

const audit = (
  tx: Db,
  action: "prize-table.opened" | "prize-table.closed" | "prize-turn.handed-over",
  tableId: number,
  draw: string,
  actor: Actor,
) =>
  writeAudit(tx, {
    personId: actor.by,
    action,
    subject: `prize-table:${tableId}`,
    detail: { draw },
    address: actor.address,
  });
