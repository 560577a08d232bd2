import { loadClub } from "#app/modules/club/load-club.server.ts";
import { csvCell, jsonCell } from "#app/modules/data-export/export-cell.ts";
import type { ExportSubject, ExportTable } from "#app/modules/data-export/export-table.ts";
import { writeLetter } from "#app/modules/letters/write-letter.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { BYTE_ORDER_MARK, csvLine } from "#app/platform/csv-line.ts";
import { db } from "#app/platform/db.server.ts";
import { log } from "#app/platform/log.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import type { WordKey } from "#app/platform/words/translate.ts";
import { type ArchiveFile, packArchive } from "./export-archive.server.ts";
import { EXPORT_KEPT_DAYS } from "./export-rules.ts";

const DAY_MS = 86_400_000;

/**
 * Puts together the copy of somebody's data that they asked for, and writes to them that it is there. One
 * that is done already, or whose person has gone, is left alone.
 *
 * @param tables what each noun of the house gives to it.
 * @throws what went wrong, for the queue to try again; at the last attempt the copy is marked as failed.
 */
export async function makeDataExport(
  { exportId, locale }: { exportId: number; locale: Locale },
  tables: readonly ExportTable[],
  lastAttempt = false,
): Promise<void> {
  const asked = await db().dataExport.findUnique({ where: { id: exportId } });
  if (asked?.state !== "waiting") return;
  try {
    const { currency, timeZone } = await loadClub();
    const subject = await subjectOf(asked.personId, {
      currency,
      timeZone,
      locale,
      t: translator(locale),
    });
    const content = subject && (await packArchive(await filesOf(subject, tables)));
    if (content) await keep(exportId, asked.personId, content);
  } catch (error) {
    if (lastAttempt) {
      log().error({ err: error, export: exportId }, "a copy of somebody's data could not be made");
      await db().dataExport.updateMany({
        where: { id: exportId, state: "waiting" },
        data: { state: "failed" },
      });
    }
    throw error;
  }
}

async function subjectOf(
  personId: number,
  context: Omit<ExportSubject, "personId" | "member">,
): Promise<ExportSubject | null> {
  const person = await db().person.findUnique({
    where: { id: personId, closedAt: null },
    select: { member: { select: { id: true, number: true, accountId: true } } },
  });
  if (!person) return null;
  const { member } = person;
  return {
    personId,
    member: member && { ...member, accountId: Number(member.accountId) },
    ...context,
  };
}

/** The readme, each table as a person's file and as a program's, and the pictures that tables name. */
async function filesOf(
  subject: ExportSubject,
  tables: readonly ExportTable[],
): Promise<ArchiveFile[]> {
  const pictures = await Promise.all(tables.map((table) => table.pictures?.(subject) ?? []));
  return [
    { name: "README.txt", chunks: () => readme(subject, tables) },
    ...tables.flatMap((table) => [
      { name: `${table.name}.csv`, chunks: () => csvFile(table, subject) },
      { name: `json/${table.name}.json`, chunks: () => jsonFile(table, subject) },
    ]),
    ...pictures.flat().map(({ name, read }) => ({ name, packed: true, chunks: () => once(read) })),
  ];
}

async function* once(read: () => Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield await read();
}

async function* readme(
  { t, timeZone }: ExportSubject,
  tables: readonly ExportTable[],
): AsyncGenerator<string> {
  const lines = [
    t("export.readme.title"),
    "",
    t("export.readme.csv", { timeZone }),
    t("export.readme.json"),
    t("export.readme.pictures"),
    t("export.readme.keep"),
    "",
    ...tables.map(({ name }) => `${name}.csv  ${t(`export.table.${name}`)}`),
    "",
    t("export.readme.secrets"),
  ];
  yield BYTE_ORDER_MARK + lines.map((line) => `${line}\r\n`).join("");
}

async function* csvFile(
  { columns, rows }: ExportTable,
  subject: ExportSubject,
): AsyncGenerator<string> {
  const { t, locale, timeZone } = subject;
  const context = { time: clubTime(timeZone), locale, t };
  yield BYTE_ORDER_MARK + csvLine(columns.map((column) => t(`export.column.${column}` as WordKey)));
  for await (const page of rows(subject)) {
    yield page
      .map((row) => csvLine(columns.map((column) => csvCell(row[column] ?? null, context))))
      .join("");
  }
}

async function* jsonFile(
  { columns, rows }: ExportTable,
  subject: ExportSubject,
): AsyncGenerator<string> {
  let before = "[";
  for await (const page of rows(subject)) {
    let text = "";
    for (const row of page) {
      const cells = columns.map((column) => [column, jsonCell(row[column] ?? null)]);
      text += `${before}\n${JSON.stringify(Object.fromEntries(cells))}`;
      before = ",";
    }
    // A stream takes an empty text for its end.
    if (text) yield text;
  }
  yield before === "[" ? "[]\n" : "\n]\n";
}

async function keep(
  exportId: number,
  personId: number,
  content: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const readyAt = new Date();
  const expiresAt = new Date(readyAt.getTime() + EXPORT_KEPT_DAYS * DAY_MS);
  await db().$transaction(async (tx) => {
    const { count } = await tx.dataExport.updateMany({
      where: { id: exportId, state: "waiting" },
      data: { state: "ready", content, bytes: content.length, readyAt, expiresAt },
    });
    const person = await tx.person.findUniqueOrThrow({ where: { id: personId } });
    if (count === 0 || !person.email) return;
    await writeLetter(tx, {
      personId,
      to: person.email,
      template: "export-ready",
      locale: person.locale,
      props: { name: person.name, expiresAt: expiresAt.toISOString() },
      dedupKey: `export-ready:${exportId}`,
    });
  });
}
