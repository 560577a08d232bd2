import { expect, test } from "vitest";
import { clubTime } from "#app/platform/club-time.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { code, csvCell, jsonCell } from "./export-cell.ts";

const context = { time: clubTime("Asia/Shanghai"), locale: "en", t: translator("en") } as const;
const evening = new Date("2026-11-21T16:05:59Z");

test.each([
  [evening, "2026-11-22 00:05"],
  [true, "yes"],
  [false, "no"],
  [null, null],
  [-1200, -1200],
  ["=1+1", "=1+1"],
  [{ minor: 128_600, currency: "CNY" }, "¥1,286.00"],
  [code("on-account"), "on account"],
  [code("contact.shown"), "contact.shown"],
  [code(null), null],
])("a person reads %o as %o", (cell, read) => {
  expect(csvCell(cell, context)).toBe(read);
});

test("a program reads instants in UTC and money in minor units", () => {
  expect(jsonCell(evening)).toBe("2026-11-21T16:05:59.000Z");
  expect(jsonCell(code("on-account"))).toBe("on-account");
  expect(jsonCell({ minor: 5, currency: "CNY" })).toEqual({ minor: 5, currency: "CNY" });
});
