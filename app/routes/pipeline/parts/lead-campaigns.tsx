import type { ShownAward } from "#app/modules/campaigns/load-awards.server.ts";
import { type InBoth, inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Section } from "#app/ui/page.tsx";

interface LeadCampaignsProps {
  promised: { campaignId: number; title: InBoth }[];
  awards: ShownAward[];
}

/** Under which campaigns a friend was named, and what these brought the referrer. */
export function LeadCampaigns({ promised, awards }: LeadCampaignsProps) {
  const t = useT();
  if (promised.length === 0) return null;
  return (
    <Section id="campaigns" title={t("campaigns.onLead")}>
      <ul className="grid gap-1.5 [overflow-wrap:anywhere]">
        {promised.map(({ campaignId, title }) => (
          <li key={campaignId}>
            {t("campaigns.onLead.promised", { title: inLanguage(t.locale, title) })}
          </li>
        ))}
        {awards.map((award) => (
          <li key={award.id}>
            <Award award={award} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Award({ award }: { award: ShownAward }) {
  const t = useT();
  const figures = useFigures();
  const { points, gift, waits, redemption, handedOut, notGiven, takenBackReason } = award;
  const title = inLanguage(t.locale, award.title);
  const what = gift
    ? inLanguage(t.locale, gift)
    : t("campaigns.onLead.points", { points: figures.points(points) });
  if (notGiven !== null) return t(`campaigns.onLead.notGiven.${notGiven}`, { title });
  if (takenBackReason !== null) return t("campaigns.onLead.takenBack", { title, what });
  const given = t("campaigns.onLead.given", { title, what });
  if (waits) return `${given} ${t(`campaigns.onLead.waits.${waits}`)}`;
  if (handedOut) return `${given} ${t("campaigns.onLead.handedOut")}`;
  if (!redemption) return given;
  const state = t(`redemptions.desk.state.${redemption.state}`);
  return `${given} ${t("campaigns.onLead.state", { state })}`;
}
