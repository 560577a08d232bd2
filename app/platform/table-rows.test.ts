import { describe, expect, test } from "vitest";
import { bytesSource, readTable } from "./table-file.server.ts";
import { inspectRows, readRows, type TableShape } from "./table-rows.server.ts";

type Field = "number" | "shop" | "paid" | "note";

const shape: TableShape<Field> = {
  keyField: "number",
  columns: [
    { field: "number", chinese: "编号", english: ["no"], required: true },
    { field: "shop", chinese: "门店", english: [], required: true },
    { field: "paid", chinese: "金额", english: [], required: true },
    { field: "note", chinese: "备注", english: [], required: false },
  ],
};
const limits = { maxBytes: 100_000 };
const source = (text: string) => bytesSource(Buffer.from(text));

async function linesOf(text: string) {
  const inspection = await inspectRows(source(text), shape, limits);
  if (!inspection.ok) throw new Error(JSON.stringify(inspection.refusal));
  const lines = [];
  for await (const batch of readRows(source(text), shape, inspection.file.table))
    lines.push(...batch);
  return lines.map((line) =>
    line.as === "row"
      ? `${line.line}: ${Object.values(line.cells).join("|")}`
      : `${line.line}: ${line.as}`,
  );
}

async function refusalOf(text: string | Uint8Array) {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  const inspection = await inspectRows(bytesSource(bytes), shape, limits);
  return inspection.ok ? null : inspection.refusal;
}

describe("rows are told from what stands around them", () => {
  test("titles, blank lines, headers on every page and a sum", async () => {
    const text =
      "湖畔店 导出,2026\n\n编号,门店,金额,备注\nR1,东,10,\n,,,\n湖畔店 导出,2026\n编号,门店,金额,备注\nR2,西,20,好\n本页小计,,30,\n合计,,30\n";
    expect(await linesOf(text)).toEqual([
      "1: title",
      "2: blank",
      "3: header",
      "4: R1|东|10|",
      "5: blank",
      "6: title",
      "7: header",
      "8: R2|西|20|好",
      "9: total",
      "10: total",
    ]);
  });

  test("columns in another order, and in another on the next page", async () => {
    const text = "金额,编号,门店\n10,R1,东\n编号,备注,金额,门店\nR2,好,20,西\n";
    expect(await linesOf(text)).toEqual([
      "1: header",
      "2: R1|东|10|",
      "3: header",
      "4: R2|西|20|好",
    ]);
  });

  test("a header in English, with units and capitals", async () => {
    expect(await linesOf("No,SHOP,Paid (CNY)\nR1,东,10\n")).toEqual(["1: header", "2: R1|东|10|"]);
  });

  test("a row without its key is a row", async () => {
    expect(await linesOf("编号,门店,金额\n,东,10,\n\t,东,10\n合计店,东,10\n")).toEqual([
      "1: header",
      "2: |东|10|",
      "3: \t|东|10|",
      "4: total",
    ]);
  });

  test("a row that is cut short in the middle of a file is a row, for somebody to look at", async () => {
    expect(await linesOf("编号,门店,金额\nR1\nR2,西,20\n")).toEqual(
      ["1: header", "2: R1||", "3: R2|西|20"].map((line) =>
        line.includes("header") ? line : `${line}|`,
      ),
    );
  });

  test("extra columns are named and not read", async () => {
    const inspection = await inspectRows(
      source("编号,车主,门店,金额,手机\nR1,王,东,10,1\n"),
      shape,
      limits,
    );
    expect(inspection).toMatchObject({
      ok: true,
      file: { rows: 1, extraColumns: ["车主", "手机"] },
    });
  });
});

describe("a table that cannot be read says why", () => {
  test.each<[string, string, object | null]>([
    [
      "a column is missing",
      "编号,门店,备注\nR1,东,\n",
      { reason: "missing-columns", line: 1, columns: ["金额"] },
    ],
    [
      "a column is missing in English",
      "number,shop,note\n",
      { reason: "missing-columns", line: 1, columns: ["paid"] },
    ],
    [
      "a column is missing on a later page",
      "编号,门店,金额\nR1,东,1\n编号,门店,备注\n",
      { reason: "missing-columns", line: 3, columns: ["金额"] },
    ],
    [
      "a column is there twice",
      "编号,门店,金额,金额\n",
      { reason: "repeated-columns", line: 1, columns: ["金额"] },
    ],
    ["an optional column may be missing", "编号,门店,金额\n", null],
    [
      "there is no header",
      "R1,东,10\nR2,西,20\n",
      { reason: "no-header", expected: ["编号", "门店", "金额"] },
    ],
    [
      "rows stand above the first header",
      "1,2,3,4,5,6,7,8\n编号,门店,金额\n",
      { reason: "rows-before-header", line: 1 },
    ],
    ["it is empty", "", { reason: "empty" }],
  ])("%s", async (_case, text, refusal) => {
    expect(await refusalOf(text)).toEqual(refusal);
  });
});

describe("a file that ends in the middle of a row is noticed", () => {
  const header = "编号,门店,金额,备注\nR1,东,10,\n";
  const cutOff = { reason: "cut-off", line: 3 };
  test.each<[string, string, object | null]>([
    ["within the key", `${header}R2`, cutOff],
    ["after some cells", `${header}R2,西,2`, cutOff],
    ["inside a quote", `${header}R2,西,"1,0`, cutOff],
    ["inside the last cell's quote", `${header}R2,西,10,"好`, cutOff],
    ["a whole last row without a line end is whole", `${header}R2,西,20,`, null],
    ["a sum without a line end is whole", `${header}合计,,30`, null],
    ["a footer without a line end is whole", `${header}制表人: 王`, null],
    ["a short row with a line end is not cut off", `${header}R2,西\n`, null],
    [
      "a header cut off",
      "编号,门店,金",
      { reason: "no-header", expected: ["编号", "门店", "金额"] },
    ],
    ["a header cut off on a later page", `${header}编号,门店,备注`, cutOff],
  ])("%s", async (_case, text, refusal) => {
    expect(await refusalOf(text)).toEqual(refusal);
  });

  test("inside a character", async () => {
    const whole = Buffer.from(`${header}R2,西,20,好`);
    expect(await refusalOf(whole)).toBeNull();
    expect(await refusalOf(whole.subarray(0, -1))).toEqual(cutOff);
  });

  test("at every byte of its last row before the last delimiter", async () => {
    const whole = Buffer.from(`${header}R2,西岸店,"1,084.38",`);
    const start = Buffer.byteLength(header);
    for (let end = start + 1; end < whole.length; end++) {
      expect(await refusalOf(whole.subarray(0, end)), `cut at byte ${end}`).toEqual(cutOff);
    }
  });
});

test("lines are counted as an editor counts them, also behind a cell of two lines", async () => {
  const records = [];
  const table = { encoding: "utf-8", delimiter: "," } as const;
  for await (const batch of readTable(source('a\n"b\nb"\nc\n'), table)) records.push(...batch);
  expect(records.map((record) => record.line)).toEqual([1, 2, 4]);
});
