import { expect, test } from "vitest";
import { figureQuery, readFigureFilter } from "./figure-filter.ts";

const TODAY = "2026-11-30";
const read = (query: string) => readFigureFilter(new URLSearchParams(query), TODAY);
const YEAR = { from: "2025-12", to: "2026-11" };
const ALL = { store: null, consultant: null, source: null };

test.each([
  ["nothing is all of the last twelve months", "", { ...YEAR, ...ALL }],
  [
    "months over a year's end",
    "from=2025-11&to=2026-01",
    { from: "2025-11", to: "2026-01", ...ALL },
  ],
  ["one store", "store=7", { ...YEAR, ...ALL, store: 7 }],
  ["what is nobody's", "consultant=none", { ...YEAR, ...ALL, consultant: "none" }],
  ["one source", "source=link", { ...YEAR, ...ALL, source: "link" }],
  ["empty fields of the form", "store=&consultant=&source=", { ...YEAR, ...ALL }],
  ["nonsense narrows nothing", "store=-1&consultant=1e400&source=x&from=y", { ...YEAR, ...ALL }],
  ["a number too great for anything", "store=99999999999999999999", { ...YEAR, ...ALL }],
])("%s", (_case, query, filter) => {
  expect(read(query)).toEqual(filter);
});

test("what is written is read again", () => {
  const filter = { ...YEAR, store: 3, consultant: "none", source: "desk" } as const;
  expect(read(figureQuery(filter))).toEqual(filter);
  expect(figureQuery({ ...YEAR, ...ALL })).toBe("from=2025-12&to=2026-11");
});
