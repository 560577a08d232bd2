import { loadClub } from "#app/modules/club/load-club.server.ts";
import { writeLetter } from "#app/modules/letters/write-letter.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { BYTE_ORDER_MARK, csvLine } from "#app/platform/csv-line.ts";
import { db } from "#app/platform/db.server.ts";
import { log } from "#app/platform/log.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import type { Translate, WordKey } from "#app/platform/words/translate.ts";
import { type ArchiveFile, packArchive } from "./export-archive.server.ts";
import { CAR_TABLES } from "./export-car-tables.server.ts";
import { csvCell, jsonCell } from "./export-cell.ts";
import { PERSON_TABLES } from "./export-person-tables.server.ts";
import { POINTS_TABLES } from "./export-points-tables.server.ts";
import { EXPORT_KEPT_DAYS } from "./export-rules.ts";
import {
  type EntryWords,
  EXPORT_TABLES,
  type ExportSubject,
  type ExportTable,
  type ExportTableName,
} from "./export-table.ts";

const TABLES: Record<ExportTableName, ExportTable> = {
  ...PERSON_TABLES,
  ...CAR_TABLES,
  ...POINTS_TABLES,
};
const DAY_MS = 86_400_000;

/**
 * Puts together the copy of somebody's data that they asked for, and writes to them that it is there. One
 * that is done already, or whose person has gone, is left alone.
 *
 * @param say words for the statement's entries; the pages have them.
 * @throws what went wrong, for the queue to try again; at the last attempt the copy is marked as failed.
 */
export async function makeDataExport(
  { exportId, locale }: { exportId: number; locale: Locale },
  say: (t: Translate, locale: Locale, currency: string, timeZone: string) => EntryWords,
  lastAttempt = false,
): Promise<void> {
  const asked = await db().dataExport.findUnique({ where: { id: exportId } });
  if (asked?.state !== "waiting") return;
  try {
    const { currency, timeZone } = await loadClub();
    const t = translator(locale);
    const subject = await subjectOf(asked.personId, {
      currency,
      t,
      say: say(t, locale, currency, timeZone),
    });
    const content = subject && (await packArchive(filesOf(subject, locale, timeZone)));
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
  context: Pick<ExportSubject, "currency" | "t" | "say">,
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

/** The readme, and each table as a person's file and as a program's. */
function filesOf(subject: ExportSubject, locale: Locale, timeZone: string): ArchiveFile[] {
  const { t } = subject;
  return [
    { name: "README.txt", chunks: () => readme(t, timeZone) },
    ...EXPORT_TABLES.flatMap((name) => [
      { name: `${name}.csv`, chunks: () => csvFile(TABLES[name], subject, locale, timeZone) },
      { name: `json/${name}.json`, chunks: () => jsonFile(TABLES[name], subject) },
    ]),
  ];
}

async function* readme(t: Translate, timeZone: string): AsyncGenerator<string> {
  const lines = [
    t("export.readme.title"),
    "",
    t("export.readme.csv", { timeZone }),
    t("export.readme.json"),
    t("export.readme.keep"),
    "",
    ...EXPORT_TABLES.map((name) => `${name}.csv  ${t(`export.table.${name}`)}`),
    "",
    t("export.readme.secrets"),
  ];
  yield BYTE_ORDER_MARK + lines.map((line) => `${line}\r\n`).join("");
}

async function* csvFile(
  { columns, rows }: ExportTable,
  subject: ExportSubject,
  locale: Locale,
  timeZone: string,
): AsyncGenerator<string> {
  const { t } = subject;
  const time = clubTime(timeZone);
  const context = { time, locale, t };
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
