import type { Prisma } from "#app/generated.server/prisma/client.ts";
import type { RedemptionState } from "#app/modules/redemptions/redemption.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import type { NotGiven } from "./best-of.ts";
import type { CampaignStage } from "./campaign.ts";
import { giftTitle, VARIANT } from "./load-promises.server.ts";

/** What a campaign brought beside a lead's stage, or why it did not. */
export type ShownAward = {
  id: number;
  leadId: number;
  campaignId: number;
  stage: CampaignStage;
  /** The campaign's. */
  title: InBoth;
  points: number;
  availableAt: Date | null;
  /** Null where it is points. */
  gift: InBoth | null;
  /** Why the gift is not theirs yet. */
  waits: "member" | "stock" | null;
  redemption: { id: number; state: RedemptionState } | null;
  handedOut: boolean;
  notGiven: NotGiven | null;
  takenBackReason: string | null;
  at: Date;
};

/** Reads what campaigns brought, the oldest first. */
export async function loadAwards(
  db: Db,
  where: Prisma.CampaignAwardWhereInput,
): Promise<ShownAward[]> {
  const rows = await db.campaignAward.findMany({
    where,
    orderBy: { id: "asc" },
    include: {
      promised: { select: { titleEn: true, titleZh: true } },
      variant: { select: VARIANT },
      redemption: { select: { id: true, state: true } },
    },
  });
  return rows.map((row) => ({
    id: row.id,
    leadId: row.leadId,
    campaignId: row.campaignId,
    stage: row.stage as CampaignStage,
    title: { en: row.promised.titleEn, zh: row.promised.titleZh },
    points: row.points,
    availableAt: row.availableAt,
    gift: row.variant && giftTitle(row.variant),
    waits: row.waits as "member" | "stock" | null,
    redemption: row.redemption && {
      id: row.redemption.id,
      state: row.redemption.state as RedemptionState,
    },
    handedOut: row.handedOutAt !== null,
    notGiven: row.notGiven as NotGiven | null,
    takenBackReason: row.takenBackReason,
    at: row.createdAt,
  }));
}
