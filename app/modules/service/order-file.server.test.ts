import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { clubTime } from "#app/platform/club-time.ts";
import { bytesSource } from "#app/platform/table-file.server.ts";
import { inspectOrderFile, readOrderFile } from "./order-file.server.ts";

const bounds = { time: clubTime("Asia/Shanghai"), before: new Date("2026-11-22T16:00:00Z") };
const limits = { maxBytes: 1_000_000 };

const header =
  "工单号,门店,结算日期,车架号,车牌号,车型,进厂里程,维修类型,工时费,配件费,优惠金额,实收金额,付款方式,车主,手机号,服务顾问,备注";
const rowOne =
  '"=""RO260100003""",湖畔二店,2026-01-02 11:18,WBADYGHD9SC224053,鲁A9DZY3,明锐 PRO,62212,常规保养,265.50,91.74,0.00,357.24,现金,冯佳涵,+86 18892753015,,';
const rowTwo =
  '\tRO260100004,湖畔一店,2026-01-02 16:38,LSVJ2JKA7J1766648,沪E f29686,迈腾 330TSI,111096,首保,135.50,"1,084.38",,￥1219.88,支付宝,张玉怡,150****3630,,';
const rejectedRow = rowTwo.replace("￥1219.88", "--");

async function read(bytes: Uint8Array) {
  const source = bytesSource(bytes);
  const inspection = await inspectOrderFile(source, limits);
  if (!inspection.ok) return inspection.refusal;
  const lines: string[] = [];
  for await (const batch of readOrderFile(source, inspection.file.table, bounds)) {
    for (const line of batch) {
      if (line.as === "ignored") lines.push(`${line.line} ${line.what}`);
      else if (line.reading.ok) lines.push(`${line.line} ${line.reading.order.number}`);
      else lines.push(`${line.line} ${line.reading.reason}`);
    }
  }
  return lines;
}

const exported = (lines: string[]) => iconv.encode(`${lines.join("\r\n")}\r\n`, "gb18030");

describe("a workshop's export is read line by line", () => {
  test("with everything a printer puts around the rows", async () => {
    const lines = [
      "湖畔车友会 维修结算单导出,期间: 2026-01-02 起",
      "",
      header,
      rowOne,
      rejectedRow,
      "",
      header,
      rowTwo,
      '合计,,,,,,,,,,,"3,622,757.04"',
    ];
    expect(await read(exported(lines))).toEqual([
      "1 title",
      "2 blank",
      "3 header",
      "4 RO260100003",
      "5 bad_amount",
      "6 blank",
      "7 header",
      "8 RO260100004",
      "9 total",
    ]);
  });

  test("with our own names for the columns", async () => {
    const english =
      "order_number,store,settled_at,vin,plate,model,odometer,kind,labour,parts,discount,paid,payment,remark\n";
    const row = "RO1,West,2026-01-02,,粤B2C0SH,,902,maintenance,93,1156.32,17.00,1232.32,card,\n";
    expect(await read(Buffer.from(english + row))).toEqual(["1 header", "2 RO1"]);
  });

  test("with the columns turned round", async () => {
    const turn = (line: string) => line.split(",").reverse().join(",");
    expect(await read(exported([turn(header), turn(rowOne)]))).toEqual([
      "1 header",
      "2 RO260100003",
    ]);
  });

  test("with a stray quote, which spoils only its own row", async () => {
    const stray = rowOne.replace("明锐", '"明锐');
    expect(await read(exported([header, stray, rowTwo, rowOne]))).toEqual([
      "1 header",
      "2 RO260100003",
      "3 RO260100004",
      "4 RO260100003",
    ]);
  });

  test("with a thousands separator nobody quoted, which rejects the row", async () => {
    const shifted = rowTwo.replace('"1,084.38"', "1,084.38");
    expect(await read(exported([header, shifted, rowOne]))).toEqual([
      "1 header",
      "2 bad_amount",
      "3 RO260100003",
    ]);
  });
});

describe("an export that cannot be read says why", () => {
  const without = (name: string) =>
    header
      .split(",")
      .filter((column) => column !== name)
      .join(",");

  test.each([
    "工单号",
    "门店",
    "结算日期",
    "车架号",
    "车牌号",
    "进厂里程",
    "维修类型",
    "工时费",
    "配件费",
    "优惠金额",
    "实收金额",
    "付款方式",
    "备注",
  ])("the column %s is missing", async (name) => {
    expect(await read(exported(["title", without(name), rowOne]))).toEqual({
      reason: "missing-columns",
      line: 2,
      columns: [name],
    });
  });

  test("half an export ends in the middle of a row", async () => {
    const whole = exported([header, rowOne, rowTwo]);
    expect(await read(whole.subarray(0, whole.length - 60))).toEqual({
      reason: "cut-off",
      line: 3,
    });
  });

  test("a roll of members is no export of orders", async () => {
    const roll = "member_number,name,phone,email,tier,vin,plate,model\n";
    expect(await read(Buffer.from(roll))).toMatchObject({ reason: "missing-columns" });
  });
});
