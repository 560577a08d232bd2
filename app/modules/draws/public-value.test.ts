import { describe, expect, test } from "vitest";
import { readValue, valueDue, valueOnPaper, valueSource } from "./public-value.ts";
import type { ValueKind } from "./value-kinds.ts";

describe("a value as somebody types it", () => {
  test.each<[ValueKind, string, string | null]>([
    ["union-lotto", "03 08 12 21 27 31 + 09", "03 08 12 21 27 31 + 09"],
    ["union-lotto", "3, 8, 12, 21, 27, 31 | 9", "03 08 12 21 27 31 + 09"],
    ["union-lotto", "０３　０８　１２　２１　２７　３１　＋　０９", "03 08 12 21 27 31 + 09"],
    ["union-lotto", "08 03 12 21 27 31 + 09", null],
    ["union-lotto", "03 03 12 21 27 31 + 09", null],
    ["union-lotto", "03 08 12 21 27 34 + 09", null],
    ["union-lotto", "00 08 12 21 27 31 + 09", null],
    ["union-lotto", "03 08 12 21 27 31 + 17", null],
    ["union-lotto", "03 08 12 21 27 31", null],
    ["union-lotto", "", null],
    ["sse-composite", " 3,871.54 ", "3871.54"],
    ["sse-composite", "3871.5", null],
    ["sse-composite", "3871", null],
    ["drand", "A".repeat(64), "a".repeat(64)],
    ["drand", "a".repeat(63), null],
  ])("%s: %j is %j", (kind, typed, value) => {
    expect(readValue(kind, typed)).toBe(value);
  });
});

describe("from when it can be known", () => {
  test.each<[ValueKind, string, string | null]>([
    ["union-lotto", "2026-12-27", "2026-12-27T13:15:00.000Z"],
    ["union-lotto", "2026-12-28", null],
    ["union-lotto", "2026-02-29", null],
    // An issue that was drawn long ago could be said to come.
    ["union-lotto", "2026100", null],
    ["sse-composite", "2026-12-25", "2026-12-25T07:00:00.000Z"],
    ["sse-composite", "2026-02-30", null],
    ["drand", "1", "2023-08-23T15:09:27.000Z"],
    ["drand", "1001", "2023-08-23T15:59:27.000Z"],
    ["drand", "0", null],
  ])("%s %s: %s", (kind, reference, due) => {
    expect(valueDue({ kind, reference })?.toISOString() ?? null).toBe(due);
  });
});

test("its name is in both languages, and a beacon's source leads to the round itself", () => {
  const round = { kind: "drand", reference: "1001" } as const;
  expect(valueOnPaper(round)).toBe("drand quicknet, round 1001 / drand quicknet 第 1001 轮随机数");
  const lotto = (reference: string) => valueOnPaper({ kind: "union-lotto", reference });
  expect(lotto("2026-12-27")).toContain("first draw on or after 2026-12-27 / 双色球 2026-12-27");
  expect(lotto("2026148")).toBe("China Union Lotto, draw 2026148 / 双色球第 2026148 期开奖号码");
  expect(valueSource(round)).toMatch(/\/public\/1001$/);
});
