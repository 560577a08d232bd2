import type { CampaignPlan, ReferrerTier } from "./campaign.ts";

/** A referrer, as a campaign asks for whom it is. */
export type CampaignReferrer = {
  tier: ReferrerTier;
  /** The card programme; null of somebody who is not in the club. */
  programme: string | null;
};

const isOf = <Each>(list: readonly Each[], one: Each): boolean =>
  list.length === 0 || list.includes(one);

/** Whether a campaign is for a referrer. */
export function isForReferrer(
  { tiers, programmes }: Pick<CampaignPlan, "tiers" | "programmes">,
  { tier, programme }: CampaignReferrer,
): boolean {
  return isOf(tiers, tier) && (programmes.length === 0 || isOf(programmes, programme ?? ""));
}

/**
 * Whether a campaign is for the model a friend is interested in, as somebody typed it: its words are among them,
 * whatever their width, case and blanks.
 */
export function isForModel(models: readonly string[], typed: string): boolean {
  const wanted = plain(typed);
  const words = models.map(plain).filter((word) => word !== "");
  return words.length === 0 || words.some((word) => wanted.includes(word));
}

const plain = (model: string) => model.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
