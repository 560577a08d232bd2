import type { Db } from "#app/platform/db.server.ts";
import { giftTitle, VARIANT } from "./load-promises.server.ts";

/** A gift of a campaign that its referrer has not got yet. */
export type WaitingGift = {
  awardId: number;
  gift: { en: string; zh: string };
  campaign: { en: string; zh: string };
  referrer: string;
  waits: "member" | "stock";
  since: Date;
  /** Pieces that nobody has been promised. */
  free: number;
};

/** Gifts that wait, the longest first. */
export async function loadWaitingGifts(
  db: Db,
  { after, limit }: { after: number | null; limit: number },
): Promise<{ gifts: WaitingGift[]; nextAfter: number | null }> {
  const rows = await db.campaignAward.findMany({
    where: {
      ...{ waits: { not: null }, takenBackAt: null, lead: { referrerId: { not: null } } },
      ...(after !== null && { id: { gt: after } }),
    },
    orderBy: { id: "asc" },
    take: limit + 1,
    include: {
      promised: { select: { titleEn: true, titleZh: true } },
      variant: {
        select: {
          ...VARIANT,
          stockItem: { select: { levels: { select: { onHand: true, reserved: true } } } },
        },
      },
      lead: { select: { referrer: { select: { person: { select: { name: true } } } } } },
    },
  });
  const gifts = rows.slice(0, limit).flatMap((row): WaitingGift[] => {
    const { variant, lead, promised } = row;
    if (!variant || !lead.referrer) return [];
    return [
      {
        awardId: row.id,
        gift: giftTitle(variant),
        campaign: { en: promised.titleEn, zh: promised.titleZh },
        referrer: lead.referrer.person.name,
        waits: row.waits as "member" | "stock",
        since: row.createdAt,
        free: variant.stockItem.levels.reduce(
          (sum, { onHand, reserved }) => sum + Math.max(0, onHand - reserved),
          0,
        ),
      },
    ];
  });
  return { gifts, nextAfter: rows.length > limit ? (gifts.at(-1)?.awardId ?? null) : null };
}
