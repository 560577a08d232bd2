import type { Db } from "#app/platform/db.server.ts";
import type { Fulfilment, GiftKind, GiftTier } from "./gift.ts";
import type { DescribedGift } from "./typed-gift.ts";

export type SavedGift = {
  giftId: number;
  gift: DescribedGift;
  currency: string;
  revision: number;
  archivedAt: Date | null;
  /** The version of the small print that holds; null where there has been none. */
  termsVersion: number | null;
};

/** A gift as its form describes it; null where there is none of that id. */
export async function loadDescribedGift(on: Db, giftId: number): Promise<SavedGift | null> {
  const row = await on.gift.findUnique({
    where: { id: giftId },
    include: { terms: { orderBy: { version: "desc" }, take: 1 } },
  });
  if (!row) return null;
  const { id, currency, revision, archivedAt, terms, position, createdAt, createdBy, ...details } =
    row;
  const [latest] = terms;
  return {
    giftId: id,
    currency,
    revision,
    archivedAt,
    termsVersion: latest?.version ?? null,
    gift: {
      ...details,
      kind: details.kind as GiftKind,
      tier: details.tier as GiftTier,
      fulfilment: details.fulfilment as Fulfilment,
      termsEn: latest?.bodyEn ?? "",
      termsZh: latest?.bodyZh ?? "",
    },
  };
}
