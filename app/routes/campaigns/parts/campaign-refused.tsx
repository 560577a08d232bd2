import type { Need } from "#app/modules/campaigns/missing.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";

interface CampaignRefusedProps {
  refusal: "mistakes" | "changed-meanwhile" | "stopped" | "published" | "unfinished";
  needs: readonly Need[];
}

/** Why nothing was saved, and what to do. */
export function CampaignRefused({ refusal, needs }: CampaignRefusedProps) {
  const t = useT();
  return (
    <div className="mb-6">
      <Notice tone="refusal" title={t("campaigns.refused.title")}>
        <p>{t(`campaigns.refused.${refusal}`)}</p>
        {needs.length > 0 && (
          <ul className="mt-1 list-disc pl-5">
            {needs.map((need) => (
              <li key={need}>{t(`campaigns.need.${need}`)}</li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );
}
