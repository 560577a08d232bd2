import { readFile } from "node:fs/promises";
import path from "node:path";
import iconv from "iconv-lite";
import { beforeEach, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { archiveGift } from "#app/modules/gifts/arrange-gifts.server.ts";
import { exportGifts } from "#app/modules/gifts/export-gifts.server.ts";
import { type GiftImport, importGifts } from "#app/modules/gifts/import-gifts.server.ts";
import { addVariant } from "#app/modules/gifts/variants.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { projectRoot } from "#app/platform/project-root.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { aKeeper, aSaver, aStore, putOnShelf, shelvesOf, taken } from "../../support/gifts.ts";

freshDatabase();
beforeEach(async () => {
  await ensureClub(db(), { currency: "CNY", timeZone: "Asia/Shanghai" });
});

const HEAD =
  "sku,kind,title_en,title_zh,points,money_minor,currency,stock,tier,limit_per_member,fulfilment";
const RING = "KEYRING,keepsake,Enamel key ring,珐琅钥匙扣,180,0,CNY,200,silver,2,collect";
const WASH = "WASH,car care,Showroom wash,精洗一次,260,0,CNY,1000,silver,12,voucher";

async function bring(file: string | Uint8Array, how: Partial<GiftImport> = {}) {
  const bytes = typeof file === "string" ? Buffer.from(file) : file;
  return importGifts({ bytes, dryRun: false, takeStock: false, ...how }, await aKeeper());
}
async function rowsOf(...args: Parameters<typeof bring>) {
  const answer = await bring(...args);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.rows;
}
const lines = (...all: string[]) => `${all.join("\n")}\n`;
const gift = (sku: string) =>
  db().gift.findUniqueOrThrow({ where: { sku }, include: { variants: true, terms: true } });
const stockOf = async (sku: string) =>
  shelvesOf((await gift(sku)).variants[0]?.stockItemId as number);
const outcomes = (rows: Awaited<ReturnType<typeof rowsOf>>) => rows.map(({ outcome }) => outcome);

test("the starting catalogue comes in with its pieces, in its order, and again changes nothing", async () => {
  const file = await readFile(path.join(projectRoot(), "prisma/seed/data/gifts.csv"));
  const rows = await rowsOf(file);
  expect(outcomes(rows)).toEqual(Array(15).fill("new"));
  expect(await gift("COATING")).toMatchObject({
    kind: "car-care",
    points: 4800,
    moneyMinor: 39_900,
    currency: "CNY",
    fulfilment: "voucher",
    position: 6,
    drawing: "coating",
    terms: [{ version: 1 }],
  });
  expect(await stockOf("KEYRING")).toEqual({ onHand: 200, reserved: 0 });
  expect(outcomes(await rowsOf(file))).toEqual(Array(15).fill("unchanged"));
  expect(await stockOf("KEYRING")).toEqual({ onHand: 200, reserved: 0 });
  expect(await verifyStock(db())).toEqual([]);
});

test("the catalogue's own export read back changes nothing, whatever is in it", async () => {
  await rowsOf(lines(HEAD, RING, WASH));
  const keeper = await aKeeper();
  await db().gift.update({
    where: { sku: "KEYRING" },
    data: {
      titleEn: "=Ring “A”, 'B'",
      titleZh: "钥匙扣（蓝），大",
      aboutEn: 'Two\nlines; and a "quote"',
      aboutZh: "@一行，\n两行",
      costMinor: 1250,
      lowAt: 0,
      tier: "gold",
      visibleFrom: new Date("2026-12-24T10:00:00Z"),
      availableUntil: new Date("2027-01-01T16:00:00Z"),
    },
  });
  const { id, variants } = await gift("KEYRING");
  await db().giftTerms.create({
    data: { giftId: id, version: 1, bodyEn: "- one\n- two", bodyZh: "一\n二" },
  });
  await putOnShelf(variants[0]?.stockItemId as number, 5, await aStore());
  const large = { sku: "WASH-L", nameEn: "Large", nameZh: "大", sharesWith: null };
  await addVariant((await gift("WASH")).id, large, keeper);
  await rowsOf(lines(HEAD, RING.replace("KEYRING", "OLD")));
  await archiveGift((await gift("OLD")).id, true, keeper);

  const file = await exportGifts(db());
  expect(outcomes(await rowsOf(file, { takeStock: true }))).toEqual(Array(4).fill("unchanged"));
  expect(await exportGifts(db())).toBe(file);
  // Into an empty club it brings the same gifts.
  const [first, ...rest] = file.split("\r\n");
  expect(first).toContain("sku,kind,title_en");
  expect(rest.length).toBeGreaterThan(3);
});

test.each([
  [
    "GB18030 with semicolons",
    (text: string) => iconv.encode(`${text}${WASH}\n`.replaceAll(",", ";"), "gb18030"),
  ],
  [
    "UTF-8 with a mark and CRLF",
    (text: string) => Buffer.from(`\uFEFF${text.replaceAll("\n", "\r\n")}`),
  ],
  ["tabs", (text: string) => Buffer.from(text.replaceAll(",", "\t"))],
  ["Big5", (text: string) => iconv.encode(text.replaceAll("珐琅钥匙扣", "琺瑯鑰匙圈"), "big5")],
])("a file in %s is read", async (_case, encode) => {
  const [row] = await rowsOf(encode(lines(HEAD, RING)));
  expect(row).toMatchObject({ outcome: "new", sku: "KEYRING" });
  expect((await gift("KEYRING")).titleZh).toMatch(/^(珐琅钥匙扣|琺瑯鑰匙圈)$/);
});

test("an encoding in doubt is asked, and read as it was answered", async () => {
  const file = iconv.encode(lines(HEAD, RING), "gb18030");
  expect(await bring(file)).toMatchObject({
    ok: false,
    problem: { key: "import.problem.encoding-in-doubt" },
  });
  await rowsOf(file, { encoding: "gb18030" });
  expect((await gift("KEYRING")).titleZh).toBe("珐琅钥匙扣");
});

test("bad rows are told with their line and reason, and keep none of the others out", async () => {
  const rows = await rowsOf(
    lines(
      HEAD,
      RING,
      "BAD ONE,keepsake,A,甲,1,0,CNY,1,silver,1,collect",
      "KIND,food,A,甲,1,0,CNY,1,silver,1,collect",
      "PRICE,keepsake,A,甲,0,0,CNY,1,silver,1,collect",
      "MONEY,keepsake,A,甲,1,3.5,CNY,1,silver,1,collect",
      "YEN,keepsake,A,甲,1,0,JPY,1,silver,1,collect",
      "PIECES,keepsake,A,甲,1,0,CNY,-1,silver,1,collect",
      "keyring,keepsake,A,甲,1,0,CNY,1,silver,1,collect",
      WASH,
    ),
  );
  expect(rows.map((row) => [row.line, row.outcome])).toEqual([
    [2, "new"],
    [3, "rejected"],
    [4, "rejected"],
    [5, "rejected"],
    [6, "rejected"],
    [7, "rejected"],
    [8, "rejected"],
    [9, "rejected"],
    [10, "new"],
  ]);
  expect(rows.slice(1, 8)).toMatchObject([
    { reason: "fields", errors: [{ field: "sku" }] },
    { reason: "fields", errors: [{ field: "kind" }] },
    { reason: "fields", errors: [{ field: "points", error: "giftKeeping.error.free" }] },
    { reason: "fields", errors: [{ field: "money" }] },
    { reason: "currency", currency: "CNY" },
    { reason: "stock" },
    { reason: "repeated" },
  ]);
  expect(await db().gift.count()).toBe(2);
  expect((await gift("KEYRING")).titleEn).toBe("Enamel key ring");
});

test.each([
  ["nothing", ""],
  ["no headings", lines(RING)],
  ["a needed column missing", lines(HEAD.replace(",points", ""), RING.replace(",180", ""))],
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
  ["half of a row", `${HEAD}\n${RING}\nWASH,car care`],
])("a file that is %s is refused whole", async (_case, file) => {
  expect(await bring(file)).toMatchObject({ ok: false });
  expect(await db().gift.count()).toBe(0);
});

test("a test run tells the same and leaves nothing", async () => {
  await rowsOf(lines(HEAD, RING));
  const file = lines(HEAD, RING.replace(",180,", ",200,"), WASH);
  const tried = await rowsOf(file, { dryRun: true });
  expect(tried).toMatchObject([
    { outcome: "changed", fields: ["points"] },
    { outcome: "new", pieces: 1000 },
  ]);
  expect((await gift("KEYRING")).points).toBe(180);
  expect(await db().gift.count()).toBe(1);
  expect(await db().auditEntry.count({ where: { action: "gift.changed" } })).toBe(0);
  expect(await rowsOf(file)).toEqual(tried);
  expect((await gift("KEYRING")).points).toBe(200);
});

test("another price tells how many save for the gift", async () => {
  await rowsOf(lines(HEAD, RING));
  const { memberId } = await aSaver();
  const giftId = (await gift("KEYRING")).id;
  await db().giftGoal.create({ data: { memberId, giftId, points: 180 } });
  const [row] = await rowsOf(lines(HEAD, RING.replace(",180,", ",200,")));
  expect(row).toMatchObject({ outcome: "changed", fields: ["points"], savers: 1 });
});

test("stock that differs is left alone, or taken for counted where that is asked for", async () => {
  await rowsOf(lines(HEAD, RING));
  const fewer = lines(HEAD, RING.replace(",200,", ",190,"));
  expect(outcomes(await rowsOf(fewer))).toEqual(["unchanged"]);
  expect(await stockOf("KEYRING")).toMatchObject({ onHand: 200 });
  expect(await rowsOf(fewer, { takeStock: true })).toMatchObject([
    { outcome: "changed", fields: ["stock"] },
  ]);
  expect(outcomes(await rowsOf(fewer, { takeStock: true }))).toEqual(["unchanged"]);
  expect(await stockOf("KEYRING")).toMatchObject({ onHand: 190 });
  expect(await db().stockMovement.findFirstOrThrow({ where: { kind: "count" } })).toMatchObject({
    onHand: -10,
    reason: "import",
  });
});

test("one figure says nothing of several stocks, nor of what lies at the stores", async () => {
  await rowsOf(lines(HEAD, RING, WASH));
  const { id, variants } = await gift("KEYRING");
  await putOnShelf(variants[0]?.stockItemId as number, 50, await aStore());
  const large = { sku: "WASH-L", nameEn: "Large", nameZh: "大", sharesWith: null };
  await addVariant((await gift("WASH")).id, large, await aKeeper());
  const rows = await rowsOf(
    lines(HEAD, RING.replace(",200,", ",40,"), WASH.replace(",1000,", ",900,")),
    { takeStock: true },
  );
  expect(rows).toMatchObject([
    { outcome: "rejected", reason: "stock-elsewhere" },
    { outcome: "rejected", reason: "stock-of-sizes" },
  ]);
  expect((await db().gift.findUniqueOrThrow({ where: { id } })).points).toBe(180);
  expect(await stockOf("KEYRING")).toMatchObject({ onHand: 250 });
});

test("a column that is not there leaves what is, and what was taken stays", async () => {
  await rowsOf(lines(HEAD, RING));
  const ring = await gift("KEYRING");
  const variantId = ring.variants[0]?.id as number;
  const itemId = ring.variants[0]?.stockItemId as number;
  const what = { giftId: ring.id, variantId, itemId, points: 180, moneyMinor: 0 };
  await taken(await aSaver(), what, { collectStoreId: await aStore() });
  const short = "sku,kind,title_en,title_zh,points,fulfilment";
  await rowsOf(lines(short, "KEYRING,keepsake,Ring,钥匙扣,180,collect"));
  expect(await gift("KEYRING")).toMatchObject({ titleEn: "Ring", limitPerMember: 2 });
  expect(await stockOf("KEYRING")).toEqual({ onHand: 200, reserved: 1 });
  expect(await verifyStock(db())).toEqual([]);
});
