import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Actor } from "#app/modules/access/actor.ts";
import { importGifts } from "#app/modules/gifts/import-gifts.server.ts";
import { addVariant, changeVariant } from "#app/modules/gifts/variants.server.ts";
import { receiveStock } from "#app/modules/stock/receive-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { projectRoot } from "#app/platform/project-root.server.ts";

/** The demo's catalogue, from its file. A load that is taken up again adds none twice. */
export async function loadDemoGifts(keeper: number): Promise<void> {
  const bytes = await readFile(path.join(projectRoot(), "prisma/seed/data/gifts.csv"));
  const actor = { by: keeper, address: "127.0.0.1" };
  const answer = await importGifts({ bytes, dryRun: false, takeStock: false }, actor);
  const rows = answer.ok ? answer.rows : [];
  if (!answer.ok || rows.some(({ outcome }) => outcome === "rejected")) {
    throw new Error(`The demo's gifts were refused: ${JSON.stringify(answer)}`);
  }
  await addSizes(actor);
}

/** Sizes of the polo shirt, each with its own pieces. The keys stay: loaded twice they are received once. */
const SIZES = [
  { sku: "POLO", nameEn: "S", nameZh: "S 码", pieces: 12 },
  { sku: "POLO-M", nameEn: "M", nameZh: "M 码", pieces: 20 },
  { sku: "POLO-L", nameEn: "L", nameZh: "L 码", pieces: 16 },
] as const;

async function addSizes(actor: Actor): Promise<void> {
  const gift = await db().gift.findUniqueOrThrow({ where: { sku: "POLO" }, select: { id: true } });
  for (const { pieces, ...size } of SIZES) {
    const known = await db().giftVariant.findUnique({ where: { sku: size.sku } });
    if (known) await changeVariant(gift.id, known.id, size, actor);
    else await addVariant(gift.id, { ...size, sharesWith: null }, actor);
    const { stockItemId } = await db().giftVariant.findUniqueOrThrow({ where: { sku: size.sku } });
    await receiveStock(
      { itemId: stockItemId, storeId: null, pieces, requestKey: `demo:${size.sku}` },
      actor,
    );
  }
}
