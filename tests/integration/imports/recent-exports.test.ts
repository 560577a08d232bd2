import { describe, expect, test } from "vitest";
import { readCellDate } from "#app/platform/cell-date.ts";
import { addMonths, clubTime } from "#app/platform/club-time.ts";
import { bytesSource, inspectTable, readTable } from "#app/platform/table-file.server.ts";
import {
  laterOrders,
  laterRoll,
  recentExports,
  yearsBetween,
} from "../../../prisma/seed/recent-exports.ts";
import { fixture } from "../../support/real-files.ts";

const time = clubTime("Asia/Shanghai");

test.each([
  ["2026-10-29", "2026-10-29", 0],
  ["2026-10-29", "2027-10-28", 0],
  ["2026-10-29", "2027-10-29", 1],
  ["2026-10-29", "2028-02-29", 1],
  ["2026-10-29", "2036-12-31", 10],
  ["2026-10-29", "2025-01-01", 0],
])("from %s to %s whole years are %i", (day, today, years) => {
  expect(yearsBetween(day, today)).toBe(years);
});

describe("an order settled two years later", () => {
  test.each([
    ["RO1,店,2026-01-02 14:15,LSV", "RO1,店,2028-01-02 14:15,LSV"],
    ["RO1,店,2026/1/2,2026/1/2", "RO1,店,2028/1/2,2026/1/2"],
    ["RO1,店,2026年1月2日,", "RO1,店,2028年1月2日,"],
    ["RO1,店,20260102,", "RO1,店,20280102,"],
    ["RO1,店,46024,46024", "RO1,店,46754,46024"],
    ['"=""RO1""","店, 二",2026.1.2,', '"=""RO1""","店, 二",2028.1.2,'],
    ["RO1,店,待定,", "RO1,店,待定,"],
    ["RO1,店,,20260102", "RO1,店,,20260102"],
  ])("%s", (before, after) => {
    expect(laterOrders(before, 2)).toBe(after);
  });
});

test("a roll is moved with its tiers and its opening points, and nothing else of it", () => {
  const line =
    "M00010017,邓浩,20261010101,a@b.test,gold,home,2019-10-10,2025-07-01,2027-06-30,,,,260,2027-06-30,,";
  expect(laterRoll(line, 1)).toBe(
    "M00010017,邓浩,20261010101,a@b.test,gold,home,2020-10-10,2026-07-01,2028-06-30,,,,260,2028-06-30,,",
  );
});

test("the workshop's export a year later is the same, each day of it a year later", async () => {
  const { orders } = await recentExports("2027-10-29");
  const [before, after] = [
    await cells(bytesSource(fixture("service-orders.csv"))),
    await cells(orders),
  ];
  const moved = before.map((row) =>
    row.map((cell, column) => (column === 2 ? aYearLater(cell) : cell)),
  );
  const read = after.map((row) => row.map((cell, column) => (column === 2 ? dayOf(cell) : cell)));
  expect(read).toEqual(moved);
});

const dayOf = (cell: string) => readCellDate(cell, time)?.day ?? null;
function aYearLater(cell: string) {
  const day = dayOf(cell);
  return day && addMonths(day, 12);
}

async function cells(source: ReturnType<typeof bytesSource>): Promise<string[][]> {
  const inspected = await inspectTable(source, { maxBytes: 10_000_000 });
  if (!inspected.ok) throw new Error(JSON.stringify(inspected.refusal));
  const rows: string[][] = [];
  for await (const records of readTable(source, inspected.table)) {
    rows.push(...records.map((record) => record.cells));
  }
  return rows;
}
