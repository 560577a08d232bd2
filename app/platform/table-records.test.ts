import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  longestRecord,
  mostBreaksInCell,
  recordSplitter,
  type TableRecord,
} from "./table-records.ts";

function split(text: string, delimiter = ",", pieceLength = text.length || 1): TableRecord[] {
  const splitter = recordSplitter(delimiter);
  const records: TableRecord[] = [];
  for (let at = 0; at < text.length; at += pieceLength) {
    records.push(...splitter.push(text.slice(at, at + pieceLength)));
  }
  return [...records, ...splitter.finish()];
}

const cellsOf = (text: string, delimiter?: string) =>
  split(text, delimiter).map((record) => record.cells);

describe("a table is split into cells", () => {
  test.each([
    [
      "plain cells",
      "a,b,c\n1,2,3\n",
      [
        ["a", "b", "c"],
        ["1", "2", "3"],
      ],
    ],
    ["empty cells", ",,\n", [["", "", ""]]],
    ["a blank line is a record of one empty cell", "a\n\nb\n", [["a"], [""], ["b"]]],
    [
      "line ends of Windows",
      "a,b\r\nc,d\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "line ends of old Macs",
      "a,b\rc,d\r",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["line ends of all kinds in one file", "a\r\nb\rc\nd", [["a"], ["b"], ["c"], ["d"]]],
    ["a delimiter inside quotes", '"1,084.38",b\n', [["1,084.38", "b"]]],
    ["a quote doubled inside quotes", '"=""RO1""",b\n', [['="RO1"', "b"]]],
    ["an empty quoted cell", '"",b\n', [["", "b"]]],
    [
      "a line break inside quotes",
      '"a\r\nb",c\nd,e\n',
      [
        ["a\r\nb", "c"],
        ["d", "e"],
      ],
    ],
    ["a formula without quotes around it", '="RO1",b\n', [['="RO1"', "b"]]],
    ["spaces around quotes", ' "1,5" ,b\n', [["1,5", "b"]]],
    ["a quote within a cell", 'a"b,c"d\n', [['a"b', 'c"d']]],
    ["words after a closing quote", '"a"b,c\n', [['"a"b', "c"]]],
    ["a tab before a number in a table of commas", "\tRO1,b\n", [["\tRO1", "b"]]],
    ["a quoted cell at the end of the file", 'a,"b"', [["a", "b"]]],
  ])("%s", (_case, text, cells) => {
    expect(cellsOf(text)).toEqual(cells);
  });

  test("tabs delimit where they are the delimiter", () => {
    expect(cellsOf('a\tb,c\t"d\te"\n', "\t")).toEqual([["a", "b,c", "d\te"]]);
  });

  test("nothing is no record", () => expect(split("")).toEqual([]));
});

test("a record knows the line of the file it begins on", () => {
  const lines = split('a\r\n\r\n"b\r\nb\nb",c\r\nd\n').map((record) => record.line);
  expect(lines).toEqual([1, 2, 3, 6]);
});

describe("a stray quote costs one cell", () => {
  test("where no quote follows", () => {
    expect(cellsOf('1,"a,x\n2,b,y\n3,c,z\n')).toEqual([
      ["1", '"a', "x"],
      ["2", "b", "y"],
      ["3", "c", "z"],
    ]);
  });

  test("where quoted cells follow on later lines", () => {
    expect(cellsOf('1,"a,x\n2,"1,084.38",y\n3,"=""RO1""",z\n')).toEqual([
      ["1", '"a', "x"],
      ["2", "1,084.38", "y"],
      ["3", '="RO1"', "z"],
    ]);
  });

  test("and the rest of a long file is not read into it", () => {
    const text = `1,"a,x\n${"2,b,y\n".repeat(50_000)}`;
    const records = split(text, ",", 65_536);
    expect(records).toHaveLength(50_001);
    expect(records.every((record) => record.cells.length === 3)).toBe(true);
  });

  test("and its line is known, as that of a quote within a cell is not", () => {
    const records = split('1,"a,x\n2,"b",y\n3,c"d,z\n4,"e"f,z\n5,"g\n\n",z\n');
    const stray = records.filter((record) => record.strayQuote).map((record) => record.line);
    expect(stray).toEqual([1, 4]);
  });

  test("a cell has so many line breaks and not one more", () => {
    const within = `"${"\n".repeat(mostBreaksInCell)}",b\n`;
    const beyond = `"${"\n".repeat(mostBreaksInCell + 1)}",b\n`;
    expect(split(within)).toHaveLength(1);
    expect(split(beyond)).toHaveLength(mostBreaksInCell + 2);
  });

  test("a quoted cell longer than a record may be is no cell", () => {
    const records = split(`"${"a,".repeat(longestRecord)}",b\nc,d\n`, ",", 65_536);
    expect(records.at(-1)?.cells).toEqual(["c", "d"]);
  });
});

test("a line without end is cut at the longest record, and the next line is read", () => {
  const records = split(`${"a".repeat(5 * longestRecord)}\nb,c\n`, ",", 10_000);
  expect(records.map((record) => [record.line, record.cells.join().length])).toEqual([
    [1, longestRecord],
    [2, 3],
  ]);
});

describe("how a file ends is told by its last record", () => {
  test.each([
    ["with a line end", "a,b\n", "line"],
    ["without one", "a,b", "file"],
    ["with a carriage return", "a,b\r", "line"],
    ["inside a quote", 'a,"b', "open-quote"],
    ["inside a quote, behind a delimiter", 'a,"1,0', "open-quote"],
    ["behind a doubled quote", 'a,"b""', "open-quote"],
    ["after a closed quote", 'a,"b"', "file"],
  ])("%s", (_case, text, end) => {
    expect(split(text).at(-1)?.end).toBe(end);
  });

  test("a stray quote on an earlier line does not make the end an open one", () => {
    expect(split('a,"b\nc,d').at(-1)).toEqual({ line: 2, cells: ["c", "d"], end: "file" });
  });
});

test("what comes out does not depend on where the pieces are cut", () => {
  const characters = fc.constantFrom("a", "1", ",", '"', '""', "\n", "\r\n", "\r", " ", "车");
  fc.assert(
    fc.property(
      fc.array(characters, { maxLength: 60 }),
      fc.integer({ min: 1, max: 9 }),
      (parts, size) => {
        const text = parts.join("");
        expect(split(text, ",", size)).toEqual(split(text));
      },
    ),
    { numRuns: 1000 },
  );
});

test("every table written by the rules is read back as it was", () => {
  const cell = fc.array(fc.constantFrom("a", "车", ",", '"', "\n", "\r\n", " ", "="), {
    maxLength: 6,
  });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
      (table) => {
        const cells = table.map((row) => row.map((parts) => parts.join("")));
        const text = cells.map((row) => `${row.map(quoted).join(",")}\r\n`).join("");
        expect(cellsOf(text)).toEqual(cells);
      },
    ),
    { numRuns: 300 },
  );
});
