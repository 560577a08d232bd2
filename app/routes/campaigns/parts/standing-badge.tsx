import type { CampaignStanding } from "#app/modules/campaigns/campaign.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Badge, type BadgeTone } from "#app/ui/badge.tsx";

const TONES: Record<CampaignStanding, BadgeTone> = {
  draft: "warn",
  coming: "plain",
  running: "ok",
  ended: "plain",
  stopped: "refusal",
};

/** How a campaign stands today, in a word. */
export function StandingBadge({ standing }: { standing: CampaignStanding }) {
  const t = useT();
  return <Badge tone={TONES[standing]}>{t(`campaigns.state.${standing}`)}</Badge>;
}
