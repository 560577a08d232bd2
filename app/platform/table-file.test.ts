import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { bytesSource, inspectTable, readTable, type TableSource } from "./table-file.server.ts";

const limits = { maxBytes: 1_000_000 };
const text = "工单号,门店,车型\r\nRO1,湖畔一店,迈腾 330TSI\r\nRO2,西岸店,卡罗拉 双擎\r\n";
const cells = text
  .trimEnd()
  .split("\r\n")
  .map((line) => line.split(","));

const encoded = (encoding: string, content = text, addBOM = false) =>
  iconv.encode(content, encoding, { addBOM });

function inPieces(bytes: Uint8Array, size: number): TableSource {
  return async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
}

async function read(source: TableSource) {
  const inspection = await inspectTable(source, limits);
  if (!inspection.ok) throw new Error(JSON.stringify(inspection.refusal));
  const records = [];
  for await (const batch of readTable(source, inspection.table)) records.push(...batch);
  return { table: inspection.table, records, cells: records.map((record) => record.cells) };
}

async function refusalOf(bytes: Uint8Array) {
  const inspection = await inspectTable(bytesSource(bytes), limits);
  return inspection.ok ? null : inspection.refusal;
}

describe("a table is read in every encoding, whole or in pieces of any size", () => {
  test.each([
    ["UTF-8", "utf-8", encoded("utf8")],
    ["UTF-8 with a byte order mark", "utf-8", encoded("utf8", text, true)],
    ["GB18030", "gb18030", encoded("gb18030")],
    ["UTF-16 of Windows with its mark", "utf-16le", encoded("utf-16le", text, true)],
    ["UTF-16 of Windows without", "utf-16le", encoded("utf-16le")],
    ["UTF-16 of others with its mark", "utf-16be", encoded("utf-16be", text, true)],
    ["UTF-16 of others without", "utf-16be", encoded("utf-16be")],
    ["line ends of Unix", "gb18030", encoded("gb18030", text.replaceAll("\r", ""))],
    ["line ends of old Macs", "gb18030", encoded("gb18030", text.replaceAll("\n", ""))],
  ])("%s", async (_case, encoding, bytes) => {
    for (const size of [1, 3, bytes.length]) {
      const result = await read(inPieces(bytes, size));
      expect(result.table.encoding).toBe(encoding);
      expect(result.cells).toEqual(cells);
    }
  });

  test("plain ASCII is UTF-8", async () => {
    expect((await read(bytesSource(Buffer.from("a,b\n1,2\n")))).table.encoding).toBe("utf-8");
  });

  test("Chinese that begins far into the file decides", async () => {
    const long = `${"RO1,west,408\n".repeat(20_000)}RO2,西岸店,标致\n`;
    for (const encoding of ["gb18030", "utf8"]) {
      const { cells: last, table } = await read(inPieces(encoded(encoding, long), 50_000));
      expect(last.at(-1)).toEqual(["RO2", "西岸店", "标致"]);
      expect(table.encoding).toBe(encoding === "utf8" ? "utf-8" : encoding);
    }
  });

  test.each([
    ["Western names", "windows-1252", "M1,Jürgen Groß\r\nM2,Zoë O’Neil\r\n"],
    ["traditional Chinese", "big5", "M1,陳怡君\r\nM2,張淑芬\r\n"],
  ])("%s, in pieces of any size", async (_case, encoding, content) => {
    const bytes = encoded(encoding, `member_number,name\r\n${content}`);
    for (const size of [1, 3, bytes.length]) {
      const result = await read(inPieces(bytes, size));
      expect(result.table.encoding).toBe(encoding);
      expect(result.cells.slice(1).map((row) => row.join())).toEqual(content.trim().split("\r\n"));
    }
  });

  test("what can be read in two ways is asked about, and read as it is told", async () => {
    const bytes = encoded("gb18030", "a,b\r\nM1,联通\r\n");
    expect(await refusalOf(bytes)).toMatchObject({
      reason: "encoding-in-doubt",
      readings: [{ encoding: "gb18030", text: "联通" }, { encoding: "big5" }],
    });
    const told = await inspectTable(bytesSource(bytes), { ...limits, encoding: "big5" });
    expect(told).toMatchObject({ ok: true, table: { encoding: "big5" } });
  });

  test("one damaged byte does not turn UTF-8 into something else", async () => {
    const bytes = Buffer.from(encoded("utf8", text.repeat(50)));
    bytes[bytes.indexOf("西") + 1] = 0x20;
    const { table, cells: rows } = await read(bytesSource(bytes));
    expect(table.encoding).toBe("utf-8");
    expect(rows[1]).toEqual(cells[1]);
  });

  test("a character outside the old code pages survives", async () => {
    const rare = "RO1,𠮷野店,㐂\n";
    expect(
      (await read(bytesSource(encoded("gb18030", `工单号,门店,车型\n${rare}`)))).cells[1],
    ).toEqual(["RO1", "𠮷野店", "㐂"]);
  });
});

describe("the delimiter is what the first lines have most of", () => {
  test.each([
    ["commas", ",", "\tRO1,a;b,c\n\tRO2,a;b,c\n"],
    ["tabs, as spreadsheets save Unicode text", "\t", "RO1\ta,b\tc\nRO2\ta\tc\n"],
    ["semicolons", ";", "RO1;a;1,5\nRO2;b;2,5\n"],
    ["a single column has commas", ",", "RO1\nRO2\n"],
  ])("%s", async (_case, delimiter, content) => {
    expect((await read(bytesSource(Buffer.from(content)))).table.delimiter).toBe(delimiter);
  });
});

test("bytes are counted and hashed as they are", async () => {
  const { table } = await read(inPieces(Buffer.from("a,b\n"), 1));
  expect(table).toEqual({
    encoding: "utf-8",
    delimiter: ",",
    bytes: 4,
    sha256: "5be08c9684a1d25efcee09318204824278b08bbfb4aef973ffefd0b9d7478313",
  });
});

describe("what is no table is refused with what it is", () => {
  const zip = (name: string) => Buffer.from(`PK\x03\x04\x14\0\x06\0${name}`, "latin1");
  test.each([
    ["an .xlsx", zip("[Content_Types].xml"), "spreadsheet"],
    ["an .xlsx of another program", zip("xl/workbook.xml"), "spreadsheet"],
    ["an old .xls", Buffer.from("D0CF11E0A1B11AE1", "hex"), "spreadsheet"],
    ["a zip of anything", zip("photos/1.jpg"), "archive"],
    ["a gzip", Buffer.from("1F8B0800", "hex"), "archive"],
    ["a PNG", Buffer.from("89504E470D0A1A0A", "hex"), "picture"],
    ["a JPEG", Buffer.from("FFD8FFE000104A46", "hex"), "picture"],
    ["a GIF", Buffer.from("GIF89a"), "picture"],
    ["a WebP", Buffer.from("RIFF\0\0\0\0WEBPVP8 "), "picture"],
    ["an HEIC from a phone", Buffer.from("\0\0\0\x18ftypheic", "latin1"), "picture"],
    ["a PDF", Buffer.from("%PDF-1.7\n"), "pdf"],
    ["a web page named .xls", Buffer.from("\uFEFF <html><table><tr>"), "markup"],
    ["bytes that mean nothing", Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 200, 201]), "binary"],
    ["text with a nought byte in it", Buffer.from("a,b\n1,\0\n"), "binary"],
    [
      "text whose tail was never written",
      Buffer.concat([Buffer.from("a,b\n".repeat(20_000)), Buffer.alloc(50_000)]),
      "binary",
    ],
  ])("%s", async (_case, bytes, found) => {
    expect(await refusalOf(bytes)).toEqual({ reason: "not-a-table", found });
    const pieces = await inspectTable(inPieces(bytes, 1000), limits);
    expect(pieces.ok).toBe(false);
  });

  test.each([
    ["no bytes", Buffer.alloc(0)],
    ["only a byte order mark", Buffer.from("EFBBBF", "hex")],
    ["only blank lines", Buffer.from("\r\n\r\n  \r\n")],
  ])("an empty file: %s", async (_case, bytes) => {
    expect(await refusalOf(bytes)).toEqual({ reason: "empty" });
  });
});

describe("a file may be so large and no larger", () => {
  const bytes = Buffer.from("a,b\n1,2\n");
  test("at the limit it is read", async () => {
    expect((await inspectTable(bytesSource(bytes), { maxBytes: bytes.length })).ok).toBe(true);
  });

  test("a byte beyond it is refused, and the rest is never asked for", async () => {
    let pieces = 0;
    const endless: TableSource = async function* () {
      for (;;) {
        pieces++;
        yield Buffer.from("a,b,c,d,e\n");
      }
    };
    expect(await inspectTable(endless, { maxBytes: 99 })).toEqual({
      ok: false,
      refusal: { reason: "too-large", limitBytes: 99 },
    });
    expect(pieces).toBe(10);
  });
});

test("a large piece is given on in small batches", async () => {
  const source = bytesSource(Buffer.from("a,b,c\n".repeat(100_000)));
  const sizes: number[] = [];
  for await (const batch of readTable(source, { encoding: "utf-8", delimiter: "," })) {
    sizes.push(batch.length);
  }
  expect(sizes.length).toBeGreaterThan(5);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(100_000);
});
