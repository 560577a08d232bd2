import type { Tier } from "#app/modules/membership/tier.ts";
import type { Day } from "#app/platform/club-time.ts";
import { useT } from "#app/platform/words/words.tsx";
import { MemberCard } from "#app/ui/member-card.tsx";
import { useClub } from "./root-data.ts";

interface OwnerCardProps {
  name: string;
  number: string;
  joinedOn: Day;
  tier: Tier;
}

/**
 * The owner's card. Its QR code is a picture of its own, kept by the browser: the page stays light, and
 * the code is there the moment the card has turned.
 */
export function OwnerCard({ name, number, joinedOn, tier }: OwnerCardProps) {
  const t = useT();
  const club = useClub();
  return (
    <MemberCard
      id="card"
      club={club.name}
      tier={tier}
      tierName={t(`tier.${tier}`)}
      name={name}
      number={number}
      since={t("card.since", { year: joinedOn.slice(0, 4) })}
      qr={<img src={`/my/card.svg?${number}`} alt={t("card.qr", { number })} />}
      qrHint={t("card.hint")}
      flipLabel={t("card.flip")}
    />
  );
}
