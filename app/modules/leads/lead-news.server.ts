import type { AwardNews } from "#app/modules/campaigns/give-awards.server.ts";
import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import { READER } from "#app/modules/person/reader.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import type { RewardedStage } from "./rewards.ts";

export type LeadNews =
  /** A stage brought points, which can be spent from an instant on. */
  | {
      what: RewardedStage;
      rewardId: number;
      points: number;
      availableAt: Date;
      /** What campaigns brought with them. */
      extras: readonly AwardNews[];
    }
  | {
      what: "taken-back";
      rewardId: number;
      points: number;
      /** Of a campaign, which nobody had in their hands yet. */
      gift: InBoth | null;
    }
  /** It is not accepted, or was not taken by whoever looked at it; or a person looked again, and answered. */
  | { what: "declined" | "appeal-upheld" | "appeal-refused" }
  /** After that instant somebody else may name the friend. */
  | { what: "hold-ends"; until: Date };

/**
 * Tells a referrer what became of a friend, in the transaction of the act, and once. The letter does not name the
 * friend, who may ask to be forgotten. Nothing is written where the referrer has left or wants no such letters.
 *
 * @param now of the act.
 */
export async function writeLeadNews(
  tx: Db,
  leadId: number,
  news: LeadNews,
  now: Date,
): Promise<void> {
  const lead = await tx.lead.findUniqueOrThrow({
    where: { id: leadId },
    select: { createdAt: true, referrer: { select: { person: { select: READER } } } },
  });
  if (!lead.referrer) return;
  const availableAt = "availableAt" in news && news.availableAt > now ? news.availableAt : null;
  await writeLetterTo(tx, lead.referrer.person, {
    template: "lead-news",
    props: {
      leadId,
      namedAt: lead.createdAt.toISOString(),
      what: news.what,
      points: "points" in news ? news.points : null,
      availableAt: availableAt?.toISOString() ?? null,
      until: "until" in news ? news.until.toISOString() : null,
      extras: "extras" in news ? [...news.extras] : [],
      giftBack: "gift" in news ? news.gift : null,
    },
    dedupKey: `lead-news:${occasionOf(leadId, news)}`,
  });
}

function occasionOf(leadId: number, news: LeadNews): string {
  if ("rewardId" in news) return `${news.what}:${news.rewardId}`;
  return "until" in news
    ? `${leadId}:${news.what}:${news.until.getTime()}`
    : `${leadId}:${news.what}`;
}
