import type { CampaignCheck } from "#app/modules/campaigns/missing.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";

interface CampaignChecklistProps {
  check: CampaignCheck;
  /** Of a draft what is missing is said; afterwards only what is worth a thought. */
  isDraft: boolean;
}

/** What a campaign lacks before it can be published, and what its admin should have thought of, in sentences. */
export function CampaignChecklist({ check, isDraft }: CampaignChecklistProps) {
  const t = useT();
  const { needs, advice } = check;
  return (
    <>
      {isDraft && (
        <Section id="checklist" title={t("campaigns.checklist")}>
          {needs.length === 0 ? (
            <Notice tone="ok" announce={false}>
              {t("campaigns.checklist.ready")}
            </Notice>
          ) : (
            <ul className="grid list-disc gap-1.5 pl-5">
              {needs.map((need) => (
                <li key={need}>{t(`campaigns.need.${need}`)}</li>
              ))}
            </ul>
          )}
        </Section>
      )}
      {advice.length > 0 && (
        <Section id="advice" title={t("campaigns.advice")}>
          <ul className="grid list-disc gap-1.5 pl-5 text-ink-soft">
            {advice.map((each) => (
              <li key={each}>{t(`campaigns.advice.${each}`)}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
