import type { CampaignPlan } from "#app/modules/campaigns/campaign.ts";
import type { Offer, OfferTerms } from "#app/modules/campaigns/load-offers.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Sheet } from "#app/ui/page.tsx";
import { type Figures, useFigures } from "./use-figures.ts";

interface CampaignOfferProps {
  offer: Pick<Offer, "title" | "about"> & { lastDay: Day | null } & OfferTerms;
  /** What it brings a referrer is said to referrers alone; to friends, by when to ask, or who have asked, to buy. */
  to: OfferReader;
}

export type OfferReader = "friend" | "named-friend" | "referrer";

const UNTIL = {
  friend: "campaigns.until",
  "named-friend": "campaigns.deliveredBy",
  referrer: "campaigns.nameBy",
} as const;

/** A campaign that runs, as friends or referrers read it: title, text, for what it is, and until when. */
export function CampaignOffer({ offer, to }: CampaignOfferProps) {
  const t = useT();
  const figures = useFigures();
  const { title, about, lastDay } = offer;
  const day = lastDay && figures.calendarDay(lastDay);
  const terms = to === "referrer" ? referrerTerms(t, figures, offer) : [];
  return (
    <Sheet>
      <h3 className="[overflow-wrap:anywhere]">{inLanguage(t.locale, title)}</h3>
      <p className="mt-1.5 whitespace-pre-line [overflow-wrap:anywhere]">
        {inLanguage(t.locale, about)}
      </p>
      <ul className="mt-3 grid gap-1 text-[0.9375rem] text-ink-soft [overflow-wrap:anywhere]">
        {[...terms, ...whatFor(t, offer)].map((line) => (
          <li key={line}>{line}</li>
        ))}
        {day && <li className="font-semibold text-ink">{t(UNTIL[to], { day })}</li>}
      </ul>
    </Sheet>
  );
}

/** What a campaign brings its referrer, in sentences. */
export function bringsWords(
  t: Translate,
  figures: Figures,
  { bonus, gift }: Pick<OfferTerms, "bonus" | "gift">,
): string[] {
  return [
    ...(bonus ? [bonusWords(t, figures, bonus)] : []),
    ...(gift ? [t("campaigns.terms.gift", { gift: inLanguage(t.locale, gift) })] : []),
  ];
}

function bonusWords(
  t: Translate,
  figures: Figures,
  bonus: NonNullable<CampaignPlan["bonus"]>,
): string {
  const { stage } = bonus;
  return "points" in bonus
    ? t(`campaigns.terms.points.${stage}`, { points: figures.points(bonus.points) })
    : t(`campaigns.terms.percent.${stage}`, { percent: bonus.percent });
}

function referrerTerms(t: Translate, figures: Figures, offer: OfferTerms): string[] {
  const { reachBy, capPerReferrer, capTotal } = offer;
  return [
    ...bringsWords(t, figures, offer),
    ...(reachBy ? [t("campaigns.terms.reachBy", { day: figures.calendarDay(reachBy) })] : []),
    ...(capPerReferrer ? [t("campaigns.terms.capPerReferrer", { count: capPerReferrer })] : []),
    ...(capTotal ? [t("campaigns.terms.capTotal", { count: capTotal })] : []),
  ];
}

function whatFor(t: Translate, { models, stores }: OfferTerms): string[] {
  const list = (names: readonly string[]) => names.join(t.locale === "en" ? ", " : "、");
  return [
    ...(models.length > 0 ? [t("campaigns.terms.models", { models: list(models) })] : []),
    ...(stores.length > 0
      ? [
          t("campaigns.terms.stores", {
            stores: list(stores.map((store) => inLanguage(t.locale, store))),
          }),
        ]
      : []),
  ];
}
