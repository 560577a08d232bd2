import type { Actor } from "#app/modules/access/actor.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { problemOf } from "#app/modules/imports/import-problem.ts";
import type { ImportProblem } from "#app/modules/imports/import-run.ts";
import { correctStock } from "#app/modules/stock/correct-stock.server.ts";
import { readPieces } from "#app/modules/stock/read-pieces.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { TableEncoding } from "#app/platform/table-encoding.ts";
import { bytesSource } from "#app/platform/table-file.server.ts";
import { inspectRows, readRows } from "#app/platform/table-rows.server.ts";
import { inRetriedTransaction, inSavepoint } from "#app/platform/transaction.server.ts";
import { archiveGiftIn } from "./arrange-gifts.server.ts";
import type { GiftField } from "./gift-fields.ts";
import {
  describedBy,
  type GiftColumn,
  type GiftRow,
  type GiftRowOutcome,
  type GiftRowRefusal,
  giftFile,
  readGiftRow,
} from "./gift-file.ts";
import { takeSize } from "./import-size.server.ts";
import { loadDescribedGift } from "./load-described-gift.server.ts";
import { addGiftIn, changeGiftIn } from "./save-gift.server.ts";
import { fieldsThatDiffer, readTypedGift, typeGift } from "./typed-gift.ts";

/** The largest file of gifts, in bytes, and the most rows: some hundred gifts with all their small print. */
export const GIFT_FILE_BYTES = 2_000_000;
const MOST_ROWS = 1_000;

export type GiftImport = {
  bytes: Uint8Array;
  /** Nothing stays of it: its report alone. */
  dryRun: boolean;
  /** A stock that differs is taken for what was counted; else it is only of new gifts. */
  takeStock: boolean;
  /** How the file is encoded, where somebody says so; else it is found from what is in it. */
  encoding?: TableEncoding;
};

export type GiftsImported =
  | { ok: true; rows: GiftRowOutcome[]; extraColumns: string[] }
  /** The file as a whole: nothing of it was taken. */
  | { ok: false; problem: ImportProblem }
  | { ok: false; tooMany: number };

/**
 * Brings a file of gifts in: new ones behind those there are, known ones by their SKU. Each row by itself: one that
 * cannot be taken keeps none of the others out; a size stands below its gift. A column that the file has not leaves what is as it is. The same
 * file again changes nothing.
 *
 * Money stands in minor units of the currency, moments on the club's clock.
 */
export async function importGifts(file: GiftImport, actor: Actor): Promise<GiftsImported> {
  const source = bytesSource(file.bytes);
  const inspection = await inspectRows(source, giftFile, {
    maxBytes: GIFT_FILE_BYTES,
    encoding: file.encoding,
  });
  if (!inspection.ok) return { ok: false, problem: problemOf(inspection.refusal) };
  const { table, rows: count, extraColumns } = inspection.file;
  if (count > MOST_ROWS) return { ok: false, tooMany: MOST_ROWS };

  const rows: GiftRow[] = [];
  let has: ReadonlySet<GiftColumn> = new Set();
  for await (const lines of readRows(source, giftFile, table)) {
    for (const line of lines) {
      if (line.as === "header") has = new Set(line.header.positions.keys());
      if (line.as === "row") rows.push(readGiftRow(line.line, line.cells, has));
    }
  }
  const outcomes = await inRetriedTransaction<GiftRowOutcome[]>(async (tx, rollBack) => {
    const taken: GiftRowOutcome[] = [];
    const before = { seen: new Set<string>(), empty: new Set<number>() };
    for (const row of rows) taken.push(await takeRow(tx, row, before, file, actor));
    return file.dryRun ? rollBack(taken) : taken;
  });
  return { ok: true, rows: outcomes, extraColumns };
}

/** What the rows above have said: their SKUs, and the new gifts that came without pieces of their own. */
type RowsBefore = { seen: Set<string>; empty: Set<number> };

async function takeRow(
  tx: Db,
  row: GiftRow,
  { seen, empty }: RowsBefore,
  { takeStock }: GiftImport,
  actor: Actor,
): Promise<GiftRowOutcome> {
  const { line } = row;
  const sku = (row.typed.sku ?? "").normalize("NFKC").trim().toUpperCase();
  const rejected = (why: GiftRowRefusal): GiftRowOutcome => ({
    line,
    sku,
    outcome: "rejected",
    ...why,
  });
  if (row.damaged) return rejected({ reason: "damaged" });
  const about = row.size === null ? sku : `size ${sku}`;
  if (seen.has(about)) return rejected({ reason: "repeated" });
  seen.add(about);
  if (row.size !== null) {
    const size = { ...row, sku, size: row.size };
    const isTaken = ({ outcome }: GiftRowOutcome) => outcome !== "rejected";
    return inSavepoint(tx, () => takeSize(tx, size, { takeStock, empty }, actor), isTaken);
  }

  const club = await loadClub(tx);
  const how = { digits: 0, time: clubTime(club.timeZone) };
  const known = await tx.gift.findUnique({ where: { sku }, select: { id: true } });
  const before = known && (await loadDescribedGift(tx, known.id));
  const read = readTypedGift(
    describedBy(row, before ? typeGift(before.gift, how) : undefined),
    how,
  );
  if (!read.ok) {
    const errors = Object.entries(read.errors).map(([field, error]) => ({
      field: field as GiftField,
      error,
    }));
    return rejected({ reason: "fields", errors });
  }
  const currency = before?.currency ?? club.currency;
  if (row.currency !== null && row.currency.toUpperCase() !== currency) {
    return rejected({ reason: "currency", currency });
  }
  const pieces = row.stock === null ? null : readPieces(row.stock, 0);
  if (row.stock !== null && pieces === null) return rejected({ reason: "stock" });

  if (!before) {
    const added = await addGiftIn(tx, { gift: read.gift, pieces: pieces ?? 0 }, actor);
    if (!added.ok) return rejected({ reason: "sku-taken" });
    if (row.archived) await archiveGiftIn(tx, added.giftId, true, actor);
    if (!pieces) empty.add(added.giftId);
    return { line, sku, outcome: "new", pieces: pieces ?? 0 };
  }

  const { giftId } = before;
  let counted = 0;
  if (takeStock && pieces !== null) {
    const corrected = await correctStock(tx, { giftId, pieces, reason: "import" }, actor);
    if (!corrected.ok) return rejected({ reason: corrected.refusal });
    counted = corrected.difference;
  }
  const fields: (GiftField | "archived" | "stock")[] = fieldsThatDiffer(
    typeGift(before.gift, how),
    typeGift(read.gift, how),
  );
  let savers = 0;
  if (fields.length > 0) {
    const change = { giftId, gift: read.gift, revision: null };
    const asked = await changeGiftIn(tx, { ...change, agreed: null }, actor);
    if (!asked.ok && asked.refusal === "price-to-agree") {
      savers = asked.meaning.savers;
      const { points, moneyMinor } = read.gift;
      await changeGiftIn(tx, { ...change, agreed: { points, moneyMinor } }, actor);
    }
  }
  if (row.archived !== null && row.archived !== (before.archivedAt !== null)) {
    await archiveGiftIn(tx, giftId, row.archived, actor);
    fields.push("archived");
  }
  if (counted !== 0) fields.push("stock");
  if (fields.length === 0) return { line, sku, outcome: "unchanged" };
  return { line, sku, outcome: "changed", fields, savers };
}
