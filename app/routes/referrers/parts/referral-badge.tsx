import type { ReferralStanding } from "#app/modules/leads/referral-view.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Badge, type BadgeTone } from "#app/ui/badge.tsx";

const TONES: Partial<Record<ReferralStanding, BadgeTone>> = {
  accepted: "ok",
  contacted: "ok",
  visited: "ok",
  "test-drive": "ok",
  ordered: "ok",
  delivered: "ok",
  declined: "refusal",
  "not-taken": "refusal",
};

/** How a referrer's lead stands, in a word. */
export function ReferralBadge({ standing }: { standing: ReferralStanding }) {
  const t = useT();
  return (
    <Badge tone={TONES[standing] ?? "plain"} wraps>
      {t(`referrers.standing.${standing}`)}
    </Badge>
  );
}
