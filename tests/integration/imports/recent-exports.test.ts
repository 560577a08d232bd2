import { describe, expect, test } from "vitest";
import { readCellDate } from "#app/platform/cell-date.ts";
import { addMonths, clubTime, endOfMonthAfter } from "#app/platform/club-time.ts";
import { bytesSource, inspectTable, readTable } from "#app/platform/table-file.server.ts";
import {
  laterOrders,
  laterRoll,
  monthsToMove,
  recentExports,
} from "../../../prisma/seed/recent-exports.ts";
import { fixture } from "../../support/real-files.ts";

const time = clubTime("Asia/Shanghai");

test.each([
  ["2026-12-01", 0],
  ["2027-01-28", 0],
  ["2027-01-29", 1],
  ["2027-02-28", 2],
  ["2028-02-29", 14],
  ["2036-12-31", 120],
  ["2025-01-01", 0],
])("loaded on %s, exports are moved by %i months", (today, months) => {
  expect(monthsToMove(today)).toBe(months);
});

describe("an order settled two months later", () => {
  test.each([
    ["RO1,店,2026-01-02 14:15,LSV", "RO1,店,2026-03-02 14:15,LSV"],
    ["RO1,店,2026/11/2,2026/11/2", "RO1,店,2027/01/02,2026/11/2"],
    ["RO1,店,2026年1月12日,", "RO1,店,2026年03月12日,"],
    ["RO1,店,20261230,", "RO1,店,20270228,"],
    ["RO1,店,46024,46024", "RO1,店,46083,46024"],
    ['"=""RO1""","店, 二",2026.1.2,', '"=""RO1""","店, 二",2026.03.02,'],
    ["RO1,店,2026-13-02,", "RO1,店,2026-13-02,"],
    ["RO1,店,待定,", "RO1,店,待定,"],
    ["RO1,店,,20260102", "RO1,店,,20260102"],
  ])("%s", (before, after) => {
    expect(laterOrders(before, 2)).toBe(after);
  });
});

test("a roll is moved with its tiers and its opening points, months' ends to months' ends, and nothing else of it", () => {
  const line =
    "M00010017,邓浩,20261010101,a@b.test,gold,home,2019-10-10,2025-07-01,2027-06-30,,,,260,2027-06-30,,";
  expect(laterRoll(line, 8)).toBe(
    "M00010017,邓浩,20261010101,a@b.test,gold,home,2020-06-10,2026-03-01,2028-02-29,,,,260,2028-02-29,,",
  );
});

test("the workshop's export a year later is the same, each day of it as many months later", async () => {
  const { orders } = await recentExports("2028-01-15");
  const [before, after] = [
    await cells(bytesSource(fixture("service-orders.csv"))),
    await cells(orders),
  ];
  const moved = before.map((row) => row.map((cell, column) => (column === 2 ? later(cell) : cell)));
  const read = after.map((row) => row.map((cell, column) => (column === 2 ? dayOf(cell) : cell)));
  expect(read).toEqual(moved);
});

const dayOf = (cell: string) => readCellDate(cell, time)?.day ?? null;
function later(cell: string) {
  const day = dayOf(cell);
  if (day === null) return null;
  const isLast = day === endOfMonthAfter(day, 0);
  return isLast ? endOfMonthAfter(day, 12) : addMonths(day, 12);
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
