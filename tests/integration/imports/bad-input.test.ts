import iconv from "iconv-lite";
import { beforeAll, describe, expect, test } from "vitest";
import { problemWords } from "#app/modules/imports/import-words.ts";
import { db } from "#app/platform/db.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { LOCALES } from "#app/platform/words/locale.ts";
import { testDatabase } from "../../support/database.ts";
import {
  allPoints,
  anExport,
  aRoll,
  bringOrders,
  bringRoll,
  expectSoundBooks,
} from "../../support/imports.ts";

testDatabase();

beforeAll(async () => {
  await bringRoll(aRoll({}));
});

const text = anExport({ number: "RO1" }).toString("utf8");
/** The same file about another order, so that each is new. */
const about = (number: string, change = (file: string) => file) =>
  change(text.replaceAll("RO1", number));

describe("a file of every kind that people save comes in", () => {
  const encodings: [string, (file: string) => Buffer][] = [
    ["UTF-8", (file) => Buffer.from(file)],
    ["UTF-8 with BOM", (file) => Buffer.from(`\uFEFF${file}`)],
    ["UTF-16 LE with BOM", (file) => iconv.encode(`\uFEFF${file}`, "utf-16le")],
    ["UTF-16 BE with BOM", (file) => iconv.encode(`\uFEFF${file}`, "utf-16be")],
    ["GB18030", (file) => iconv.encode(file, "gb18030")],
    ["LF alone", (file) => Buffer.from(file.replaceAll("\r\n", "\n"))],
    ["CR alone", (file) => Buffer.from(file.replaceAll("\r\n", "\r"))],
    ["no last line end", (file) => Buffer.from(file.trimEnd())],
    ["tabs", (file) => Buffer.from(file.replaceAll(",", "\t"))],
    ["semicolons", (file) => Buffer.from(file.replaceAll(",", ";"))],
  ];
  test.each(encodings)("%s", async (name, encode) => {
    const number = `E${name.replaceAll(/\W/g, "").toUpperCase()}`;
    const answer = await bringOrders(encode(about(number)));
    expect(answer).toMatchObject({ ok: true, counts: { outcomes: { new: 1, rejected: 0 } } });
    expect(await db().serviceOrder.findFirst({ where: { orderNumber: number } })).toMatchObject({
      kind: "maintenance",
      paidMinor: 100_000,
      plate: "沪A10000",
    });
  });

  test("with its columns in another order", async () => {
    const reversed = about("REORDERED")
      .split("\r\n")
      .map((line) => line.split(",").reverse().join(","))
      .join("\r\n");
    expect(await bringOrders(Buffer.from(reversed))).toMatchObject({
      counts: { outcomes: { new: 1 } },
    });
  });

  test("with a column more, which is named", async () => {
    const wider = about("WIDER", (file) =>
      file.replace("备注\r\n", "备注,洗车\r\n").replace("微信,\r\n", "微信,,是\r\n"),
    );
    expect(await bringOrders(Buffer.from(wider))).toMatchObject({
      counts: { outcomes: { new: 1 }, columnsNotRead: ["洗车"] },
    });
  });
});

describe("a file that is no export is refused whole, in a sentence that helps", () => {
  const zip = Buffer.from("PK\x03\x04\x14\x00\x06\x00[Content_Types].xml and the rest", "latin1");
  const png = Buffer.from("\x89PNG\r\n\x1a\n and the rest", "latin1");
  const refused: [string, Buffer, string, RegExp][] = [
    ["nothing at all", Buffer.alloc(0), "empty", /empty/],
    ["blank lines", Buffer.from("\r\n\r\n"), "empty", /empty/],
    ["an .xlsx renamed .csv", zip, "not-a-table.spreadsheet", /Excel workbook/],
    ["a picture renamed .csv", png, "not-a-table.picture", /picture/],
    ["a PDF", Buffer.from("%PDF-1.7 and the rest"), "not-a-table.pdf", /PDF/],
    ["a web page named .xls", Buffer.from("<html><table>"), "not-a-table.markup", /web page/],
    ["noise", Buffer.from([0, 1, 2, 3, 0, 255, 0, 7]), "not-a-table.binary", /no text/],
    ["a letter", Buffer.from("Dear all,\nno orders today.\n"), "no-header", /工单号, 门店/],
    [
      "an export without a column",
      Buffer.from(about("X", (file) => file.replace("实收金额", "金额"))),
      "missing-columns",
      /Line 1 .* missing: 实收金额/,
    ],
    [
      "an export with a column twice",
      Buffer.from(about("X", (file) => file.replace("配件费", "工时费"))),
      "",
      /工时费|配件费/,
    ],
    [
      "an export without its heading",
      Buffer.from(text.split("\r\n").slice(1).join("\r\n")),
      "rows-before-header",
      /Line 1/,
    ],
    ...(
      [
        [";", "semicolons"],
        ["\t", "tabs"],
        ["|", "bars"],
      ] as const
    ).map(([delimiter, words]): [string, Buffer, string, RegExp] => [
      `an export with rows divided by ${words} under a heading divided by commas`,
      Buffer.from(
        [text.split("\r\n")[0], text.split("\r\n")[1]?.replaceAll(",", delimiter), ""].join("\r\n"),
      ),
      "other-delimiter",
      new RegExp(`line 2 are divided by ${words}`),
    ]),
    [
      "an export cut off in the middle of a row",
      Buffer.from(`${text.trimEnd()}\r\nRO2,湖畔一店,2026-03-`),
      "cut-off",
      /middle of line 3/,
    ],
  ];
  test.each(refused)("%s", async (_case, bytes, name, sentence) => {
    const before = await db().serviceOrder.count();
    const answer = await bringOrders(bytes);
    if (answer.ok) throw new Error("It was taken");
    expect(answer.problem.key).toContain(`import.problem.${name}`);
    expect(problemWords(translator("en"), answer.problem)).toMatch(sentence);
    for (const locale of LOCALES) {
      expect(problemWords(translator(locale), answer.problem)).not.toContain("import.");
    }
    expect(await db().serviceOrder.count()).toBe(before);
    expect(await db().importRun.findUnique({ where: { id: answer.importId } })).toMatchObject({
      state: "failed",
      problem: answer.problem,
    });
  });

  test("a file beyond the limit, which is said", async () => {
    const answer = await bringOrders(Buffer.from(`${text}${" ".repeat(2_000_000)}`), {
      maxBytes: 2_000_000,
    });
    if (answer.ok) throw new Error("It was taken");
    expect(problemWords(translator("en"), answer.problem)).toMatch(/larger than 2 MB/);
  });

  const english = (file: Buffer) =>
    Buffer.from(
      file
        .toString("utf8")
        .replace("工单号,门店,结算日期,", "order_number,store,settled_at,")
        .replace("进厂里程", "odometer"),
    );
  const chinese = (file: Buffer) =>
    Buffer.from(
      file
        .toString("utf8")
        .replace("member_number,name", "会员号,姓名")
        .replace("joined_on", "入会日期"),
    );
  test.each([
    ["a list of members", bringOrders, aRoll({}), "members", /list of members.* service orders/],
    ["one in Chinese", bringOrders, chinese(aRoll({})), "members", /^Line 1 /],
    ["an export", bringRoll, anExport({}), "service-orders", /service orders.* list of members/],
    ["one in English", bringRoll, english(anExport({})), "service-orders", /^Line 1 /],
    [
      "an export under a title",
      bringRoll,
      Buffer.concat([Buffer.from("维修结算单导出\r\n"), anExport({})]),
      "service-orders",
      /^Line 2 /,
    ],
  ] as const)("%s that was sent as the other", async (_case, bring, bytes, kind, sentence) => {
    const rows = await db().importRow.count();
    const answer = await bring(bytes);
    if (answer.ok) throw new Error("It was taken");
    expect(answer.problem.key).toBe(`import.problem.other-kind.${kind}`);
    expect(problemWords(translator("en"), answer.problem)).toMatch(sentence);
    expect(await db().importRow.count()).toBe(rows);
  });
});

describe("a file of which nearly no row can be read stops early", () => {
  const garbage = (rows: number) => "a,b,c\r\n".repeat(rows);
  const opened = '"RO9,湖畔一店,2026-03-01\r\n';
  const before = about("BEFORE");
  const words = (answer: Awaited<ReturnType<typeof bringOrders>>) =>
    answer.ok ? "" : problemWords(translator("en"), answer.problem);

  test("with the line in which a quote opens that never closes", async () => {
    const answer = await bringOrders(Buffer.from(before + opened + garbage(500_000)));
    expect(words(answer)).toMatch(/In line 3 a quotation mark opens.* Nothing was brought in/);
    expect(await db().importRow.count({ where: { importId: answer.importId } })).toBe(0);
    expect(await db().serviceOrder.count({ where: { orderNumber: "BEFORE" } })).toBe(0);
  });

  test("and so does a list of members", async () => {
    const roll = aRoll({}).toString("utf8");
    const answer = await bringRoll(Buffer.from(`${roll}"M1,x,y\r\n${garbage(3_000)}`));
    expect(words(answer)).toMatch(/In line 3 a quotation mark opens/);
  });

  test("a trial run too, which says that nothing is in", async () => {
    const answer = await bringOrders(Buffer.from(before + garbage(5_000)), { dryRun: true });
    expect(words(answer)).toMatch(/From line 3 on, 1,998 of 1,999 rows.*Nothing was brought in/);
  });

  test("what came before is in, its owners are written to, and the file put right brings the rest", async () => {
    const [header, row] = about("ROW").split("\r\n") as [string, string];
    const good = Array.from({ length: 2_000 }, (_, index) => row.replaceAll("ROW", `G${index}`));
    const letters = await db().mail.count({ where: { template: "points-digest" } });
    const broken = `${[header, ...good].join("\r\n")}\r\n${garbage(2_000)}`;
    const answer = await bringOrders(Buffer.from(broken));
    expect(words(answer)).toMatch(/From line 2,002 on, 1,999 of 2,000.* 1,999 rows above are in/);
    expect(await db().importRun.findUnique({ where: { id: answer.importId } })).toMatchObject({
      state: "finished",
      linesDone: 2_000,
      problem: { key: "import.problem.unreadable" },
    });
    expect(await db().mail.count({ where: { template: "points-digest" } })).toBe(letters + 1);
    const mended = `${[header, ...good, row.replaceAll("ROW", "LAST")].join("\r\n")}\r\n`;
    expect(await bringOrders(Buffer.from(mended))).toMatchObject({
      ok: true,
      counts: { outcomes: { unchanged: 1_999, new: 2, rejected: 0 } },
    });
    await expectSoundBooks();
  });

  test("rows above that cannot be read either are not said to be in", async () => {
    const [header, row] = about("ROW").split("\r\n") as [string, string];
    const good = Array.from({ length: 500 }, (_, index) => row.replaceAll("ROW", `B${index}`));
    const file = [header, ...good, garbage(4_000)].join("\r\n");
    const answer = await bringOrders(Buffer.from(file));
    expect(words(answer)).toMatch(/From line 2,001 on, 2,000 of 2,000.* 500 rows above are in/);
  });

  test("a stray quote above rows that can be read stops nothing", async () => {
    const [header, row] = about("STRAY").split("\r\n") as [string, string];
    const file = `${header}\r\n${row.replace(/,$/, ',"早上')}\r\n${row.replaceAll("STRAY", "AFTER")}\r\n`;
    expect(await bringOrders(Buffer.from(file))).toMatchObject({
      ok: true,
      counts: { outcomes: { new: 2, rejected: 0 } },
    });
  });
});

test("what a customer may have typed is kept as it is, or refused in its row alone", async () => {
  const before = (await allPoints()).M00010009;
  const hostile = [
    '=HYPERLINK("http://x","y")',
    "'; drop table member; --",
    "🚗".repeat(100),
    "\u202Eelbisrever",
    "x".repeat(10_000),
    "O'Brien",
  ];
  const answer = await bringOrders(
    anExport(
      ...hostile.map((words, index) => ({
        number: `H${index}`,
        store: `"${words.replaceAll('"', '""')}"`,
      })),
      { number: "H6", paid: 99_999_999 },
      { number: "H7" },
    ),
  );
  expect(answer).toMatchObject({ counts: { outcomes: { new: 7, rejected: 1 } } });
  expect((await allPoints()).M00010009?.available).toBe((before?.available ?? 0) + 700);
  expect(await db().store.count({ where: { name: { startsWith: "🚗" } } })).toBe(1);
  await expectSoundBooks();
});
