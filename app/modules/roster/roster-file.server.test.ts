import { describe, expect, test } from "vitest";
import { clubTime } from "#app/platform/club-time.ts";
import { bytesSource } from "#app/platform/table-file.server.ts";
import { inspectRosterFile, readRosterFile } from "./roster-file.server.ts";

const context = { time: clubTime("Asia/Shanghai"), programmes: ["home", "region"] };
const limits = { maxBytes: 1_000_000 };

const header =
  "member_number,name,phone,email,tier,card_programme,joined_on,tier_since,tier_until,vin,plate,model,opening_points,opening_lapses_on,opening_points_2,opening_lapses_on_2";
const row =
  "M00010025,邵丽,18640298754,owner00002@marque.test,silver,region,2024-08-10,2024-08-10,,JTH47ZTAXN2978604,鲁GD89555,雷克萨斯 ES200,1340,2028-03-31,120,2026-01-31";

async function read(text: string) {
  const source = bytesSource(Buffer.from(text));
  const inspection = await inspectRosterFile(source, limits);
  if (!inspection.ok) return inspection.refusal;
  const lines: string[] = [];
  for await (const batch of readRosterFile(source, inspection.file.table, context)) {
    for (const line of batch) {
      if (line.as === "ignored") lines.push(`${line.line} ${line.what}`);
      else if (line.reading.ok) lines.push(`${line.line} ${line.reading.member.name}`);
      else lines.push(`${line.line} ${line.reading.reason}`);
    }
  }
  return lines;
}

test("a roll is read line by line, with a byte order mark", async () => {
  const wrong = row.replace("M00010025", "M00010026");
  expect(await read(`\uFEFF${header}\r\n${row}\r\n${wrong}\r\n\r\n`)).toEqual([
    "1 header",
    "2 邵丽",
    "3 bad_member_number",
    "4 blank",
  ]);
});

describe("a column that is missing is named, for its points would be lost", () => {
  test.each(header.split(",").filter((name) => name !== "model"))("%s", async (name) => {
    const columns = header.split(",").filter((column) => column !== name);
    expect(await read(`${columns.join(",")}\n`)).toEqual({
      reason: "missing-columns",
      line: 1,
      columns: [name],
    });
  });

  test("a roll without models is a roll", async () => {
    expect(await read(`${header.replace(",model", "")}\n`)).toEqual(["1 header"]);
  });
});

test("half a roll ends in the middle of a row", async () => {
  expect(await read(`${header}\n${row}\n${row.slice(0, 80)}`)).toEqual({
    reason: "cut-off",
    line: 3,
  });
});
