import type { ReactNode } from "react";
import { useT } from "#app/platform/words/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import {
  CarIcon,
  EditIcon,
  EventIcon,
  GiftIcon,
  MaintenanceIcon,
  PointsIcon,
  ReceiptIcon,
  StarIcon,
} from "#app/ui/icons.tsx";

const MEMBER_ACTS = [
  "visit",
  "gift",
  "event",
  "claim",
  "cars",
  "gold-year",
  "adjust",
  "gold",
  "contact",
] as const;
export type MemberAct = (typeof MEMBER_ACTS)[number];

const ICONS: Record<MemberAct, ReactNode> = {
  visit: <MaintenanceIcon size={18} />,
  gift: <GiftIcon size={18} />,
  event: <EventIcon size={18} />,
  claim: <ReceiptIcon size={18} />,
  cars: <CarIcon size={18} />,
  "gold-year": <StarIcon size={18} />,
  adjust: <PointsIcon size={18} />,
  gold: <StarIcon size={18} />,
  contact: <EditIcon size={18} />,
};

/** What whoever looks may do for this member, the most usual first. */
export function MemberActs({ number, acts }: { number: string; acts: readonly MemberAct[] }) {
  const t = useT();
  if (acts.length === 0) return null;
  return (
    <nav aria-label={t("desk.acts")} className="mb-7 flex flex-wrap gap-2.5">
      {acts.map((act, place) => (
        <ButtonLink
          key={act}
          to={`/admin/members/${number}/${act}`}
          look={place === 0 ? "primary" : "quiet"}
          icon={ICONS[act]}
        >
          {t(`desk.act.${act}`)}
        </ButtonLink>
      ))}
    </nav>
  );
}
