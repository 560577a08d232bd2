import type { MemberPage } from "#app/modules/members/load-member-page.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useClub } from "#app/site/root-data.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { MemberCard } from "#app/ui/member-card.tsx";

/** The card as the member holds it out, for comparing; without the code that makes it one. */
export function MemberPageCard({ page }: { page: MemberPage }) {
  const t = useT();
  const club = useClub();
  const figures = useFigures();
  const { tier } = page.standing.standing;
  return (
    <div className="max-w-sm">
      <MemberCard
        id="card"
        club={club.name}
        tier={tier}
        tierName={t(`tier.${tier}`)}
        name={page.name}
        number={page.number}
        since={t("staff.member.since", { day: figures.calendarDay(page.joinedOn) })}
      />
    </div>
  );
}
