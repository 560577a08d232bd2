import fc from "fast-check";
import { expect, test } from "vitest";
import { csvLine } from "#app/platform/csv-line.ts";
import { recordSplitter } from "#app/platform/table-records.ts";
import { readName } from "./name.ts";

test.each([
  ["王建国", "王建国"],
  ["热合曼·艾山", "热合曼·艾山"],
  ["'Ofa O'Neil", "'Ofa O'Neil"],
  ["'t Hooft", "'t Hooft"],
  ["=1+1", "=1+1"],
  ["Jose\u0301 Nu\u0301n\u0303ez", "Jos\u00e9 N\u00fa\u00f1ez"],
  ["  王\u3000建  国é ", "王 建 国é"],
  ["Ｗａｎｇ", "Wang"],
  ["a\u202Eb", "a b"],
  ["007", "007"],
])("%j is the name %s", (text, name) => {
  expect(readName(text)).toBe(name);
});

test.each(["", "  ", "\u200B", "--", "?", "Gro\uFFFD"])("%j is no name", (text) => {
  expect(readName(text)).toBeNull();
});

test("a name comes back from a CSV file of ours as it was, whatever it is", () => {
  const nasty = fc.string({
    unit: fc.constantFrom(..."'\"=+-@,;\t\r\n \u3000\u00A0\u202E\u0301＝＇＂aÑ李1ｆ·"),
    maxLength: 8,
  });
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string({ unit: "grapheme" })), (typed) => {
      const name = readName(typed);
      if (name === null) return;
      const splitter = recordSplitter(",");
      const [record] = [...splitter.push(csvLine([name, "x"])), ...splitter.finish()];
      expect(readName(record?.cells[0] ?? "")).toBe(name);
    }),
    { numRuns: 5_000 },
  );
});
