import { beforeEach, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { exportGifts } from "#app/modules/gifts/export-gifts.server.ts";
import { type GiftImport, importGifts } from "#app/modules/gifts/import-gifts.server.ts";
import { addVariant } from "#app/modules/gifts/variants.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { aKeeper, putOnShelf, shelvesOf } from "../../support/gifts.ts";

freshDatabase();
beforeEach(async () => {
  await ensureClub(db(), { currency: "CNY", timeZone: "Asia/Shanghai" });
});

const HEAD = "sku,kind,title_en,title_zh,points,fulfilment,stock,archived,size_of,size_en,size_zh";
const POLO = "POLO,keepsake,Polo shirt,Polo 衫,960,collect,,,,,";
const SMALL = "POLO,,,,,,12,,POLO,S,S 码";
const LARGE = "POLO-L,,,,,,16,,POLO,L,L 码";

async function rowsOf(file: string, how: Partial<GiftImport> = {}) {
  const asked = { bytes: Buffer.from(file), dryRun: false, takeStock: false, ...how };
  const answer = await importGifts(asked, await aKeeper());
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.rows;
}
const lines = (...all: string[]) => `${all.join("\n")}\n`;
const outcomes = (rows: Awaited<ReturnType<typeof rowsOf>>) => rows.map(({ outcome }) => outcome);
const sizes = () =>
  db().giftVariant.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, sku: true, nameEn: true, nameZh: true, stockItemId: true },
  });
const stockOf = async (sku: string) => {
  const size = (await sizes()).find((each) => each.sku === sku);
  return (await shelvesOf(size?.stockItemId as number)).onHand;
};

test("a gift comes in with its sizes, each with its pieces, and the same file changes nothing", async () => {
  const file = lines(HEAD, POLO, SMALL, LARGE);
  expect(await rowsOf(file)).toMatchObject([
    { sku: "POLO", outcome: "new" },
    { sku: "POLO", outcome: "changed", fields: ["sizeEn", "sizeZh", "stock"] },
    { sku: "POLO-L", outcome: "new", pieces: 16 },
  ]);
  expect(await sizes()).toMatchObject([
    { sku: "POLO", nameEn: "S", nameZh: "S 码" },
    { sku: "POLO-L", nameEn: "L", nameZh: "L 码" },
  ]);
  expect([await stockOf("POLO"), await stockOf("POLO-L")]).toEqual([12, 16]);
  expect(outcomes(await rowsOf(file))).toEqual(Array(3).fill("unchanged"));
  expect(outcomes(await rowsOf(file, { takeStock: true }))).toEqual(Array(3).fill("unchanged"));
  expect(await verifyStock(db())).toEqual([]);
});

test("the export has the sizes below their gift, and read back changes nothing", async () => {
  await rowsOf(lines(HEAD, POLO, SMALL, LARGE));
  const { id } = await db().gift.findUniqueOrThrow({ where: { sku: "POLO" } });
  const large = (await sizes()).find(({ sku }) => sku === "POLO-L");
  const keeper = await aKeeper();
  // One that lies on the same shelf as another.
  const shared = { sku: "POLO-XL", nameEn: "=XL", nameZh: "加大", sharesWith: large?.id as number };
  await addVariant(id, shared, keeper);
  await addVariant(id, { ...shared, sku: "POLO-M", nameEn: "M", sharesWith: null }, keeper);
  const medium = (await sizes()).find(({ sku }) => sku === "POLO-M");
  await putOnShelf(medium?.stockItemId as number, 7);
  await db().giftVariant.update({ where: { sku: "POLO-M" }, data: { archivedAt: new Date() } });

  const file = await exportGifts(db());
  const ends = file
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","));
  const column = (name: string) => ends[0]?.findIndex((each) => each.endsWith(name)) as number;
  expect(
    ends
      .slice(1)
      .map((cells) => ["size_of", "stock", "archived"].map((name) => cells[column(name)])),
  ).toEqual([
    ["", "", ""],
    ["POLO", "12", ""],
    ["POLO", "", ""],
    ["POLO", "", ""],
    ["POLO", "7", "yes"],
  ]);
  const before = await sizes();
  const again = await rowsOf(file, { takeStock: true });
  expect(outcomes(again)).toEqual(Array(5).fill("unchanged"));
  expect(await sizes()).toEqual(before);
});

test("a size that cannot be taken leaves nothing, and keeps none of the others out", async () => {
  await rowsOf(lines(HEAD, POLO, SMALL, "RING,keepsake,Ring,戒指,100,collect,5,,,,"));
  const rows = await rowsOf(
    lines(
      HEAD,
      "POLO-A,,,,,,3,,NOBODY,A,甲",
      "RING,,,,,,3,,POLO,B,乙",
      "POLO-C,,,,,,3,,POLO,C,",
      "POLO-D,,,,,,-3,,POLO,D,丁",
      "POLO E,,,,,,3,,POLO,E,戊",
      "POLO,,,,,,3,yes,POLO,F,己",
      "POLO-G,,,,,,3,,polo,G,庚",
      "POLO-G,,,,,,3,,POLO,G,庚",
    ),
  );
  expect(rows.map((row) => (row.outcome === "rejected" ? row.reason : row.outcome))).toEqual([
    "no-such-gift",
    "sku-taken",
    "size-name",
    "stock",
    "fields",
    "last-variant",
    "new",
    "repeated",
  ]);
  // The last size was to have another name too.
  expect(await sizes()).toMatchObject([
    { sku: "POLO", nameEn: "S" },
    { sku: "RING", nameEn: "" },
    { sku: "POLO-G" },
  ]);
});

test("a file without these columns leaves the sizes as they are", async () => {
  await rowsOf(lines(HEAD, POLO, SMALL, LARGE));
  const head = "sku,kind,title_en,title_zh,points,fulfilment";
  await rowsOf(lines(head, "POLO,keepsake,Polo shirt,Polo 衫,990,collect"));
  expect((await sizes()).map(({ nameEn }) => nameEn)).toEqual(["S", "L"]);
});
