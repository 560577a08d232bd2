import type { FriendOffer, Offer } from "#app/modules/campaigns/load-offers.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { CampaignOffer, type OfferReader } from "#app/site/campaign-offer.tsx";
import { Section } from "#app/ui/page.tsx";

interface RunningOffersProps {
  offers: (Offer | FriendOffer)[];
  to: OfferReader;
}

/** The campaigns that run for a referrer at this moment; nothing where none does. */
export function RunningOffers({ offers, to }: RunningOffersProps) {
  const t = useT();
  if (offers.length === 0) return null;
  return (
    <Section id="offers" title={t("campaigns.offers")}>
      <div className="grid gap-4">
        {offers.map((offer) => (
          <CampaignOffer key={offer.campaignId} offer={offer} to={to} />
        ))}
      </div>
      {to === "referrer" && offers.length > 1 && (
        <p className="mt-3 text-[0.9375rem] text-ink-soft">{t("campaigns.terms.best")}</p>
      )}
    </Section>
  );
}
