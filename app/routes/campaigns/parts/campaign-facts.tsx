import type { CampaignPage } from "#app/modules/campaigns/load-campaign.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { useProgrammeName } from "#app/site/use-programme-name.ts";
import { KeyValue } from "#app/ui/key-value.tsx";
import { Section } from "#app/ui/page.tsx";
import { daysWords } from "./campaign-words.ts";

/** For whom a campaign is and when, what it has brought so far, and how it was changed. */
export function CampaignFacts({ campaign }: { campaign: CampaignPage }) {
  const t = useT();
  const figures = useFigures();
  const programmeName = useProgrammeName();
  const { plan, versions, standing } = campaign;
  const list = (words: readonly string[]) =>
    words.join(t.locale === "en" ? ", " : "、") || t("campaigns.fact.everybody");
  return (
    <>
      <Section id="settings" title={t("campaigns.terms")}>
        <KeyValue
          facts={[
            { label: t("campaigns.fact.days"), value: daysWords(t, figures, plan) },
            {
              label: t("campaigns.fact.whom"),
              value: list(plan.tiers.map((tier) => t(`campaigns.tier.${tier}`))),
            },
            {
              label: t("campaigns.fact.programmes"),
              value: list(plan.programmes.map(programmeName)),
            },
          ]}
        />
      </Section>
      {standing !== "draft" && (
        <>
          <Section id="figures" title={t("campaigns.figures")}>
            <KeyValue
              facts={(["named", "points", "gifts", "waiting"] as const).map((what) => ({
                label: t(`campaigns.figure.${what}`),
                value: <span className="figure">{figures.points(campaign.figures[what])}</span>,
              }))}
            />
          </Section>
          <Section id="versions" title={t("campaigns.versions")}>
            <ul className="border-t border-rule">
              {versions.map(({ version, at, by, named }) => (
                <li key={version} className="border-b border-rule py-2">
                  {t("campaigns.version", { version, moment: figures.moment(at) })}
                  <span className="block text-[0.9375rem] text-ink-soft">
                    {by && <>{t("campaigns.version.by", { name: by })} · </>}
                    {t("campaigns.version.named", { count: named })}
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        </>
      )}
    </>
  );
}
