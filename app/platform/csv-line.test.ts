import { expect, test } from "vitest";
import { csvLine } from "./csv-line.ts";

test.each<[string, (string | number | null)[], string]>([
  ["plain cells stand side by side", ["M00010009", "王建国"], "M00010009,王建国"],
  ["nothing is an empty cell", ["a", null, "", "b"], "a,,,b"],
  [
    "a comma, a quote and a new line are quoted",
    ['say "hi", now', "a\nb"],
    '"say ""hi"", now","a\nb"',
  ],
  ["a formula is defused", ['=HYPERLINK("http://x")'], `"'=HYPERLINK(""http://x"")"`],
  ["so is every other way to begin one", ["+1", "-1", "@x", "\tx", "＝1"], "'+1,'-1,'@x,'\tx,'＝1"],
  ["an apostrophe in front of one is doubled", ["'=1", "''+1", "'Ofa"], "''=1,'''+1,'Ofa"],
  ["a number below nought is a number", [-120, 0], "-120,0"],
])("%s", (_case, cells, line) => {
  expect(csvLine(cells)).toBe(`${line}\r\n`);
});
