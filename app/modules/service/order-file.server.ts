import { othersThan } from "#app/modules/imports/telling-columns.ts";
import { type ClubWords, noClubWords } from "#app/modules/rulebook/order-word.ts";
import type { TableFacts, TableLimits, TableSource } from "#app/platform/table-file.server.ts";
import {
  inspectRows,
  type RowsInspection,
  readRows,
  type TableShape,
} from "#app/platform/table-rows.server.ts";
import {
  type OrderCells,
  type OrderField,
  type RowReading,
  readServiceOrderRow,
} from "./service-order-row.ts";
import type { SettlementBounds } from "./settled-at.ts";

/** The columns of a workshop's export: the names of Chinese systems, or our own in English. */
const orderFile: TableShape<OrderField> = {
  keyField: "order_number",
  others: othersThan("service-orders"),
  columns: [
    { field: "order_number", chinese: "工单号", english: [], required: true },
    { field: "store", chinese: "门店", english: [], required: true },
    { field: "settled_at", chinese: "结算日期", english: [], required: true },
    { field: "vin", chinese: "车架号", english: [], required: true },
    { field: "plate", chinese: "车牌号", english: [], required: true },
    { field: "model", chinese: "车型", english: [], required: false },
    { field: "odometer", chinese: "进厂里程", english: ["odometer_km"], required: true },
    { field: "kind", chinese: "维修类型", english: [], required: true },
    { field: "labour", chinese: "工时费", english: ["labor"], required: true },
    { field: "parts", chinese: "配件费", english: [], required: true },
    { field: "discount", chinese: "优惠金额", english: [], required: true },
    { field: "paid", chinese: "实收金额", english: [], required: true },
    { field: "payment", chinese: "付款方式", english: [], required: true },
    { field: "remark", chinese: "备注", english: ["remarks"], required: true },
  ],
};

/** A line of the file: what a row says, or what kind of line it is that says nothing. */
export type OrderFileLine =
  | {
      line: number;
      as: "row";
      reading: RowReading;
      /** Of a row that an unknown word keeps from being read, for when it is known. */
      cells?: OrderCells;
    }
  | { line: number; as: "ignored"; what: "title" | "header" | "blank" | "total" };

/** Goes over a whole export before any of it is used; see `inspectRows` for what is refused. */
export function inspectOrderFile(
  source: TableSource,
  limits: TableLimits,
): Promise<RowsInspection> {
  return inspectRows(source, orderFile, limits);
}

/** Reads every line of an inspected export, in batches of some hundred and in flat memory. */
export async function* readOrderFile(
  source: TableSource,
  table: TableFacts,
  bounds: SettlementBounds,
  words: ClubWords = noClubWords,
): AsyncGenerator<OrderFileLine[], void, undefined> {
  for await (const lines of readRows(source, orderFile, table)) {
    yield lines.map((line): OrderFileLine => {
      if (line.as === "row") {
        const reading = readServiceOrderRow(line.cells, bounds, words);
        const isUnread = !reading.ok && reading.reason === "unknown_type";
        const cells = isUnread ? { cells: line.cells } : {};
        return { line: line.line, as: "row", reading, ...cells };
      }
      const what = line.as === "row-before-header" ? "title" : line.as;
      return { line: line.line, as: "ignored", what };
    });
  }
}
