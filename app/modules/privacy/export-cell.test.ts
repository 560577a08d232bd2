import { expect, test } from "vitest";
import { clubTime } from "#app/platform/club-time.ts";
import { csvCell, jsonCell } from "./export-cell.ts";

const context = { time: clubTime("Asia/Shanghai"), locale: "en", yes: "yes", no: "no" } as const;
const evening = new Date("2026-11-21T16:05:59Z");

test.each([
  [evening, "2026-11-22 00:05"],
  [true, "yes"],
  [false, "no"],
  [null, null],
  [-1200, -1200],
  ["=1+1", "=1+1"],
  [{ minor: 128_600, currency: "CNY" }, "¥1,286.00"],
])("a person reads %o as %o", (cell, read) => {
  expect(csvCell(cell, context)).toBe(read);
});

test("a program reads instants in UTC and money in minor units", () => {
  expect(jsonCell(evening)).toBe("2026-11-21T16:05:59.000Z");
  expect(jsonCell({ minor: 5, currency: "CNY" })).toEqual({ minor: 5, currency: "CNY" });
});
