import type { MemberPage } from "#app/modules/members/load-member-page.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { useProgrammeName } from "#app/site/use-programme-name.ts";
import { Notice } from "#app/ui/notice.tsx";
import { TierMark } from "#app/ui/tier-mark.tsx";

/** Who stands at the desk: name, number, tier, since when. */
export function MemberHead({ page }: { page: MemberPage }) {
  const t = useT();
  const figures = useFigures();
  const { tier } = page.standing.standing;
  const programme = useProgrammeName()(page.programme);
  return (
    <header className="mb-7 border-b border-rule pb-5">
      <h1>
        <bdi>{page.name}</bdi>
      </h1>
      <p className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-1 text-ink-soft">
        <span className="figure text-ink">{page.number}</span>
        <TierMark tier={tier}>{t(`tier.${tier}`)}</TierMark>
        <span>{t("staff.member.since", { day: figures.calendarDay(page.joinedOn) })}</span>
        <span>{t("staff.member.programme", { programme })}</span>
      </p>
      {page.closed && (
        <div className="mt-4">
          <Notice tone="warn" announce={false}>
            {t("staff.member.closed")}
          </Notice>
        </div>
      )}
    </header>
  );
}
