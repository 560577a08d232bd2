import type { Card } from "#app/modules/home/load-card.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useClub } from "#app/site/root-data.ts";
import { MemberCard } from "#app/ui/member-card.tsx";
import { CardQr } from "./card-qr.tsx";

/** The owner's card. It turns to its QR code, unless the code stands beside it anyway. */
export function OwnerCard({ card, turns = true }: { card: Card; turns?: boolean }) {
  const t = useT();
  const club = useClub();
  const { name, number, joinedOn, tier } = card;
  return (
    <MemberCard
      id="card"
      club={club.name}
      tier={tier}
      tierName={t(`tier.${tier}`)}
      name={name}
      number={number}
      since={t("card.since", { year: joinedOn.slice(0, 4) })}
      qr={turns && <CardQr number={number} />}
      qrHint={t("card.hint")}
      flipLabel={t("card.flip")}
    />
  );
}
