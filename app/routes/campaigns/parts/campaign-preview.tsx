import type { CampaignPage } from "#app/modules/campaigns/load-campaign.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { CampaignOffer } from "#app/site/campaign-offer.tsx";
import { Section } from "#app/ui/page.tsx";

/** What friends and referrers read of a campaign, in the language of whoever looks. */
export function CampaignPreview({ campaign }: { campaign: Pick<CampaignPage, "plan" | "terms"> }) {
  const t = useT();
  const { plan, terms } = campaign;
  const { title, about, lastDay } = plan;
  const isEmpty = [title, about].every(({ en, zh }) => en === "" && zh === "");
  return (
    <>
      {(["friend", "referrer"] as const).map((reader) => (
        <Section key={reader} id={reader} title={t(`campaigns.preview.${reader}`)}>
          {isEmpty ? (
            <p className="text-ink-soft">{t("campaigns.preview.empty")}</p>
          ) : (
            <CampaignOffer offer={{ title, about, lastDay, ...terms }} to={reader} />
          )}
        </Section>
      ))}
    </>
  );
}
