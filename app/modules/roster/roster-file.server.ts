import { othersThan } from "#app/modules/imports/telling-columns.ts";
import type { TableFacts, TableLimits, TableSource } from "#app/platform/table-file.server.ts";
import {
  inspectRows,
  type RowsInspection,
  readRows,
  type TableShape,
} from "#app/platform/table-rows.server.ts";
import {
  type RosterContext,
  type RosterField,
  type RosterReading,
  readRosterRow,
} from "./roster-row.ts";

/** The columns of a roster. A column of points left out would be points lost, so all are asked for. */
const rosterFile: TableShape<RosterField> = {
  keyField: "member_number",
  others: othersThan("members"),
  columns: [
    { field: "member_number", chinese: "会员号", english: [], required: true },
    { field: "name", chinese: "姓名", english: [], required: true },
    { field: "phone", chinese: "手机号", english: [], required: true },
    { field: "email", chinese: "邮箱", english: ["e-mail"], required: true },
    { field: "tier", chinese: "等级", english: [], required: true },
    { field: "card_programme", chinese: "卡种", english: ["programme"], required: true },
    { field: "joined_on", chinese: "入会日期", english: [], required: true },
    { field: "tier_since", chinese: "等级起始日", english: [], required: true },
    { field: "tier_until", chinese: "等级到期日", english: [], required: true },
    { field: "vin", chinese: "车架号", english: [], required: true },
    { field: "plate", chinese: "车牌号", english: [], required: true },
    { field: "model", chinese: "车型", english: [], required: false },
    { field: "opening_points", chinese: "期初积分", english: [], required: true },
    { field: "opening_lapses_on", chinese: "期初积分到期日", english: [], required: true },
    { field: "opening_points_2", chinese: "期初积分2", english: [], required: true },
    { field: "opening_lapses_on_2", chinese: "期初积分到期日2", english: [], required: true },
  ],
};

/** A line of the file: what a row says, or what kind of line it is that says nothing. */
export type RosterFileLine =
  | { line: number; as: "row"; reading: RosterReading }
  | { line: number; as: "ignored"; what: "title" | "header" | "blank" | "total" };

/** Goes over a whole roster before any of it is used; see `inspectRows` for what is refused. */
export function inspectRosterFile(
  source: TableSource,
  limits: TableLimits,
): Promise<RowsInspection> {
  return inspectRows(source, rosterFile, limits);
}

/** Reads every line of an inspected roster, in batches and in flat memory. */
export async function* readRosterFile(
  source: TableSource,
  table: TableFacts,
  context: RosterContext,
): AsyncGenerator<RosterFileLine[], void, undefined> {
  for await (const lines of readRows(source, rosterFile, table)) {
    yield lines.map((line): RosterFileLine => {
      if (line.as === "row") {
        return { line: line.line, as: "row", reading: readRosterRow(line.cells, context) };
      }
      const what = line.as === "row-before-header" ? "title" : line.as;
      return { line: line.line, as: "ignored", what };
    });
  }
}
