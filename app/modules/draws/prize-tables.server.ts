import { randomBytes } from "node:crypto";
import type { Actor } from "#app/modules/access/actor.ts";
import { namePrizes } from "#app/modules/gifts/name-prizes.server.ts";
import {
  endPromises,
  putPromisedBack,
  takePromised,
} from "#app/modules/stock/promise-piece.server.ts";
import { ownFamily } from "#app/modules/vehicle/own-family.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { seal, unseal } from "#app/platform/secret.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { keepPieces, type ShortGift } from "./prize-pieces.server.ts";
import { alwaysWins, type TablePrize, writePrizePaper } from "./prize-table.ts";
import { fingerprintOf } from "./sequence.ts";
import { loadTurnPieces, loadUnwonPieces, type TurnPiece } from "./table-pieces.server.ts";

/** What a table's seed is encrypted for; bound to its commitment. */
export const PRIZES_PURPOSE = "prize-table-seed";

export type NewPrizeTable = { title: InBoth; prizes: TablePrize[]; requestKey: string };

export type TableOpened =
  | { ok: true; tableId: number }
  | {
      ok: false;
      refusal: /** Nothing of it is endless, so that a turn could come away with nothing. */
        | "endless"
        /** A prize is a gift that cannot be one. */
        | "no-such-gift";
    }
  | { ok: false; refusal: "too-few"; short: ShortGift[] };

/**
 * Opens a table from which every turn wins, with the promise of its seed. Nothing of it changes until it is closed, and
 * so long its gifts are kept on their shelves.
 */
export function openPrizeTable(
  { title, prizes: typed, requestKey }: NewPrizeTable,
  actor: Actor,
): Promise<TableOpened> {
  return inRetriedTransaction<TableOpened>(async (tx, rollBack) => {
    if (!alwaysWins(typed)) return { ok: false, refusal: "endless" };
    const known = await tx.prizeTable.findUnique({ where: { requestKey }, select: { id: true } });
    if (known) return { ok: true, tableId: known.id };
    const prizes = await namePrizes(tx, typed);
    if (!prizes) return { ok: false, refusal: "no-such-gift" };
    const seed = randomBytes(32).toString("hex");
    const commitment = fingerprintOf(seed);
    const paper = writePrizePaper(title, prizes, commitment);
    const table = await tx.prizeTable.create({
      data: {
        ...{ titleEn: title.en, titleZh: title.zh, paper, commitment, requestKey },
        fingerprint: fingerprintOf(paper),
        sealedSeed: new Uint8Array(await seal(PRIZES_PURPOSE, seed, commitment)),
        createdBy: actor.by,
        prizes: {
          create: prizes.map(({ title: { en, zh }, weight, pieces, variantId }, place) => ({
            ...{ place: place + 1, titleEn: en, titleZh: zh, weight, pieces, variantId },
          })),
        },
      },
      include: { prizes: { orderBy: { place: "asc" } } },
      omit: { sealedSeed: true, paper: true },
    });
    const short = await keepTablePieces(tx, table, actor);
    if (short.length > 0) return rollBack({ ok: false, refusal: "too-few", short });
    await audit(tx, "prize-table.opened", table.id, { draw: title.en }, actor);
    return { ok: true, tableId: table.id };
  });
}

type OpenedTable = {
  titleEn: string;
  prizes: { id: number; variantId: number | null; pieces: number | null }[];
};

/** Keeps the gifts of a new table; what there is too little of. */
async function keepTablePieces(
  tx: Db,
  { titleEn: reason, prizes }: OpenedTable,
  { by }: Actor,
): Promise<ShortGift[]> {
  const wanted = prizes.map(({ variantId, pieces }) => ({ variantId, count: pieces ?? 0 }));
  const kept = await keepPieces(tx, wanted, { reason, by });
  if (!kept.ok) return kept.short;
  const data = prizes.flatMap(({ id: prizeId }, place) =>
    (kept.promises[place] ?? []).map((stockPromiseId, each) => ({
      ...{ prizeId, piece: each + 1, stockPromiseId },
    })),
  );
  if (data.length > 0) await tx.prizeTablePiece.createMany({ data });
  return [];
}

/**
 * Ends a table, and tells its seed: from then on every turn can be worked out again. Gifts that no turn has won are free
 * again. False where there is none open.
 */
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
    await endPromises(tx, await loadUnwonPieces(tx, tableId), actor.by);
    await audit(tx, "prize-table.closed", tableId, { draw: table.titleEn }, actor);
    return true;
  });
}

export type TurnSettled =
  | { ok: true }
  | {
      ok: false;
      refusal: /** There is no such turn, or its prize stays with the club. */
        | "settled"
        /** It is theirs who acts, or their family's: a colleague does. */
        | "own"
        /** Its prize is a gift, and no shelf has a piece. */
        | "no-piece";
    };

/** Notes that somebody has what their turn won, and takes a gift off its shelf. Again it changes nothing. */
export const handOverTurn = (turnId: number, actor: Actor, now = new Date()) =>
  withTurn(turnId, actor, async (tx, turn, piece) => {
    if (turn.handedOverAt) return { ok: true };
    if (piece?.state === "ended") return { ok: false, refusal: "settled" };
    if (piece && !(await takePromised(tx, piece.stockPromiseId, actor.by))) {
      return { ok: false, refusal: "no-piece" };
    }
    await tx.prizeTurn.update({
      where: { id: turnId },
      data: { handedOverAt: now, handedOverBy: actor.by },
      select: { id: true },
    });
    await audit(tx, "prize-turn.handed-over", turn.tableId, { draw: turn.prize.titleEn }, actor);
    return { ok: true };
  });

/**
 * Takes back that somebody has what their turn won, which was a mistake, with a reason: a gift lies on its shelf, and is kept
 * for the same turn. Again it changes nothing.
 *
 * @param at when it was handed over: who sends this twice takes nothing back that somebody has handed over since.
 */
export const undoTurnHandOver = (
  { turnId, at, reason }: { turnId: number; at: Date; reason: string },
  actor: Actor,
) =>
  withTurn(turnId, actor, async (tx, turn, piece) => {
    if (piece?.state === "ended") return { ok: false, refusal: "settled" };
    if (!turn.handedOverAt) return { ok: true };
    if (turn.handedOverAt.getTime() !== at.getTime()) return { ok: false, refusal: "settled" };
    if (piece) await putPromisedBack(tx, piece.stockPromiseId, actor.by);
    await tx.prizeTurn.update({
      where: { id: turnId },
      data: { handedOverAt: null, handedOverBy: null },
      select: { id: true },
    });
    const detail = { draw: turn.prize.titleEn, reason };
    await audit(tx, "prize-turn.hand-over-undone", turn.tableId, detail, actor);
    return { ok: true };
  });

/** A gift that nobody came for stays with the club: its piece is free again, for good. Again it changes nothing. */
export const keepTurnPrize = (turnId: number, actor: Actor) =>
  withTurn(turnId, actor, async (tx, turn, piece) => {
    if (turn.handedOverAt || !piece) return { ok: false, refusal: "settled" };
    if (piece.state === "ended") return { ok: true };
    await endPromises(tx, [piece.stockPromiseId], actor.by);
    await audit(tx, "prize-turn.returned", turn.tableId, { draw: turn.prize.titleEn }, actor);
    return { ok: true };
  });

type Turn = NonNullable<Awaited<ReturnType<typeof findTurn>>>;

const findTurn = (tx: Db, id: number) =>
  tx.prizeTurn.findUnique({ where: { id }, include: { prize: true } });

/** Does something with a turn while nobody else does; with none of one's own family. */
const withTurn = (
  turnId: number,
  { by }: Actor,
  act: (tx: Db, turn: Turn, piece: TurnPiece | undefined) => Promise<TurnSettled>,
) =>
  inRetriedTransaction<TurnSettled>(async (tx) => {
    await tx.$queryRaw`select id from prize_turn where id = ${turnId} for no key update`;
    const turn = await findTurn(tx, turnId);
    if (!turn) return { ok: false, refusal: "settled" };
    if (turn.memberId !== null && (await ownFamily(tx, by)).has(turn.memberId)) {
      return { ok: false, refusal: "own" };
    }
    return act(tx, turn, (await loadTurnPieces(tx, [turn.tableId])).get(turnId));
  });

const audit = (
  tx: Db,
  action:
    | "prize-table.opened"
    | "prize-table.closed"
    | "prize-turn.handed-over"
    | "prize-turn.hand-over-undone"
    | "prize-turn.returned",
  tableId: number,
  detail: { draw: string; reason?: string },
  actor: Actor,
) =>
  writeAudit(tx, {
    personId: actor.by,
    action,
    subject: `prize-table:${tableId}`,
    detail,
    address: actor.address,
  });
