import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import {
  type FileReader,
  type ImportSettings,
  importFile,
} from "#app/modules/imports/import-file.server.ts";
import type { ImportAnswer, ReportRow } from "#app/modules/imports/import-run.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { clubTime, parseDay } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import type { TableSource } from "#app/platform/table-file.server.ts";
import { importMemberRows } from "./import-member-rows.server.ts";
import { inviteMembers } from "./invite-members.server.ts";
import { inspectRosterFile, type RosterFileLine, readRosterFile } from "./roster-file.server.ts";

type RosterImportSettings = ImportSettings & {
  /** For tests: the instant to book at. */
  bookAt?: Date;
};

/**
 * Brings in the roster that a club has already: each with card, car, tier and opening balances,
 * none with joining points. Nobody is written to unless `invite` says so.
 *
 * The same roster again changes nothing; one with other contact data corrects those.
 *
 * @throws RangeError when `asOf` is not a day.
 */
export async function importMembers(
  source: TableSource,
  settings: RosterImportSettings,
): Promise<ImportAnswer> {
  const club = await ensureClub(db());
  const time = clubTime(club.timeZone);
  const [clock] = await db().$queryRaw<[{ now: Date }]>`select now()`;
  const now = settings.bookAt ?? clock.now;
  const { rules } = rulesAt(await loadRuleBook(), now);
  const programmes = Object.keys(rules.earning.programmes);
  const { asOf: asOfDay, invite } = settings.options ?? {};
  const asOf = asOfDay === undefined ? now : startOf(asOfDay);

  function startOf(text: string): Date {
    const day = parseDay(text);
    if (day === null) throw new RangeError(`Not a day: ${text}`);
    return time.startOfDay(day);
  }

  const roll: FileReader<RosterFileLine> = {
    kind: "members",
    inspect: inspectRosterFile,
    read: (file, table) => readRosterFile(file, table, { time, programmes }),
    isUnreadable: (line) => line.as === "row" && !line.reading.ok,
    async take(on, lines, importId) {
      const rows = lines.filter((line) => line.as === "row");
      const members = rows.flatMap(({ line, reading }) =>
        reading.ok ? [{ line, member: reading.member, flags: reading.flags }] : [],
      );
      const rejected = rows.flatMap(({ line, reading }): ReportRow[] => {
        if (reading.ok) return [];
        const subject = reading.number ?? "";
        return [
          { rowNumber: line, outcome: "rejected", reason: reading.reason, subject, detail: null },
        ];
      });
      const taken = await importMemberRows(on, members, {
        time,
        asOf,
        bookAt: settings.bookAt,
        importId,
        source: settings.fileName,
      });
      return [...taken, ...rejected];
    },
    finish: invite ? (on, importId) => inviteMembers(on, importId, settings.bookAt) : undefined,
  };
  return importFile(roll, source, settings);
}
