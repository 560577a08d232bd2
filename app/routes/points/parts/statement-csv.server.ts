import type { Club } from "#app/modules/club/load-club.server.ts";
import type { StatementEntry } from "#app/modules/ledger/entry.ts";
import { entryState, entryTitle } from "#app/modules/points/entry-words.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { csvLine } from "#app/platform/csv-line.ts";
import type { Translate } from "#app/platform/words/translate.ts";

const COLUMNS = [
  "csv.date",
  "csv.entry",
  "csv.what",
  "csv.order",
  "csv.state",
  "csv.points",
  "csv.balance",
  "csv.status",
  "csv.usableThrough",
] as const;

/** The head of a statement's CSV file, in the reader's language. */
export function statementCsvHead(t: Translate): string {
  return csvLine(COLUMNS.map((column) => t(column)));
}

/** A line of it. Days are written as spreadsheets of any language read them, 2026-11-21. */
export function statementCsvLine(
  entry: StatementEntry,
  { t, now, club }: { t: Translate; now: Date; club: Pick<Club, "timeZone" | "englishStores"> },
): string {
  const time = clubTime(club.timeZone);
  const state = entryState(entry, now);
  const lapsesAt = entry.lotsMade[0]?.lapsesAt;
  return csvLine([
    time.dayOf(entry.valueAt),
    entry.entryId,
    entryTitle(t, entry.kind, entry.meta, club.englishStores),
    "orderNumber" in entry.meta ? (entry.meta.orderNumber ?? null) : null,
    state === "pending" || state === "reversed" ? t(`entry.state.${state}`) : null,
    entry.points,
    entry.balance,
    entry.statusPoints,
    lapsesAt ? time.dayOf(new Date(lapsesAt.getTime() - 1)) : null,
  ]);
}
