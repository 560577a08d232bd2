import type { Ending, Stage } from "#app/modules/leads/stage.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Badge } from "#app/ui/badge.tsx";

/** Where a lead stands: its stage, or what it ended in. */
export function LeadBadge({ lead }: { lead: { stage: Stage; ended: Ending | null } }) {
  const t = useT();
  if (lead.ended) return <Badge>{t(`pipeline.ended.${lead.ended}`)}</Badge>;
  return (
    <Badge tone={lead.stage === "delivered" || lead.stage === "ordered" ? "ok" : "plain"}>
      {t(`pipeline.stage.${lead.stage}`)}
    </Badge>
  );
}
