import { expect, test } from "vitest";
import { mostlyUnreadable } from "./mostly-unreadable.ts";

/** Rows from a line on, of which so many at the end cannot be read. */
const rows = (count: number, unreadable: number, from = 2) =>
  Array.from({ length: count }, (_, index) => ({
    line: from + index,
    unreadable: index >= count - unreadable,
  }));

test.each([
  ["no rows", rows(0, 0)],
  ["a short file, all of it", rows(999, 999)],
  ["a long one with a mistake in most rows", rows(1_000, 949)],
  ["one without a mistake", rows(2_000, 0)],
])("%s: every row is told in the report", (_case, some) => {
  expect(mostlyUnreadable(some, [])).toBeNull();
});

test("nineteen of twenty in a thousand rows are too many", () => {
  const found = { line: 52, rows: 1_000, rejected: 950, quote: null };
  expect(mostlyUnreadable(rows(1_000, 950), [])).toEqual(found);
});

test.each([
  [[], null],
  [[7], 7],
  [[3, 7, 60], 7],
  [[52], 52],
  [[53], null],
])("of quotes in lines %j, %j is thought to be why", (strayQuotes, quote) => {
  expect(mostlyUnreadable(rows(1_000, 950), strayQuotes)).toMatchObject({ quote });
});

test("a quote far above is not", () => {
  expect(mostlyUnreadable(rows(2_000, 2_000, 90_000), [7])).toMatchObject({ quote: null });
});
