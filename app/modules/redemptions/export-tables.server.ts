import { storeShown } from "#app/modules/club/store-shown.ts";
import { code } from "#app/modules/data-export/export-cell.ts";
import type { ExportTable } from "#app/modules/data-export/export-table.ts";
import { db } from "#app/platform/db.server.ts";
import { showCode } from "#app/platform/unguessable-code.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { AddressForm } from "./delivery.ts";

const gifts: ExportTable = {
  name: "gifts",
  columns: [
    "at",
    "gift",
    "pieces",
    "points",
    "how",
    "store",
    "state",
    "collector",
    "sentTo",
    "carrier",
    "trackingNumber",
    "voucher",
    "validThrough",
  ],
  async *rows({ member, locale }) {
    if (!member) return;
    const taken = await db().redemption.findMany({
      where: { memberId: member.id },
      orderBy: { id: "asc" },
      include: { collectStore: { select: { name: true, nameEn: true } }, voucher: true },
    });
    yield taken.map(({ collectStore: store, voucher, ...redemption }) => ({
      at: redemption.createdAt,
      gift: inLanguage(locale, { en: redemption.titleEn, zh: redemption.titleZh }),
      pieces: redemption.quantity,
      points: redemption.points,
      how: code(redemption.fulfilment),
      store: store && inLanguage(locale, storeShown(store)),
      state: code(redemption.state),
      collector: redemption.collectorName,
      sentTo: addressCell(redemption.address),
      carrier: redemption.carrier,
      trackingNumber: redemption.trackingNumber,
      voucher: voucher && showCode(voucher.code),
      validThrough: voucher?.validThrough.toISOString().slice(0, 10) ?? null,
    }));
  },
};

/** An address as it is kept, in one cell; null where it has served its time. */
function addressCell(kept: unknown): string | null {
  const address = AddressForm.safeParse(kept);
  if (!address.success) return null;
  const { recipient, phone, lines, postalCode } = address.data;
  return [recipient, phone, lines, postalCode].filter(Boolean).join(", ");
}

const steps: ExportTable = {
  name: "gift-steps",
  columns: ["at", "gift", "state"],
  async *rows({ member, locale }) {
    if (!member) return;
    const taken = await db().redemptionStep.findMany({
      where: { redemption: { memberId: member.id } },
      orderBy: { id: "asc" },
      include: { redemption: { select: { titleEn: true, titleZh: true } } },
    });
    yield taken.map(({ createdAt, step, redemption }) => ({
      at: createdAt,
      gift: inLanguage(locale, { en: redemption.titleEn, zh: redemption.titleZh }),
      state: code(step),
    }));
  },
};

/** What they took for their points, and what became of it. */
export const exportTables: readonly ExportTable[] = [gifts, steps];
