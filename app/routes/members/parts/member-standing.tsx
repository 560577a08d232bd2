import type { TierStatus } from "#app/modules/standing/tier-status.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type Figures, useFigures } from "#app/site/use-figures.ts";
import { KeyValue } from "#app/ui/key-value.tsx";
import { Section } from "#app/ui/page.tsx";
import { TierMark } from "#app/ui/tier-mark.tsx";

/** The tier and why it is so, in what the rules know. */
export function MemberStanding({ standing }: { standing: TierStatus }) {
  const t = useT();
  const figures = useFigures();
  const { tier } = standing.standing;
  return (
    <Section id="tier" title={t("staff.member.tier")}>
      <p>
        <TierMark tier={tier}>{t(`tier.${tier}`)}</TierMark>
      </p>
      {reasons(standing, t, figures).map((reason) => (
        <p key={reason} className="mt-1.5">
          {reason}
        </p>
      ))}
      <div className="mt-2 border-t border-rule">
        <KeyValue
          facts={[{ label: t("staff.member.status"), value: figures.points(standing.status) }]}
        />
      </div>
    </Section>
  );
}

function reasons({ standing, way, keeps }: TierStatus, t: Translate, say: Figures): string[] {
  if (standing.tier === "silver") {
    if (!way) return [t("staff.tier.silverWhy")];
    const left = { missing: say.points(way.points), needed: say.points(way.needed) };
    return [t("staff.tier.silverWhy"), t("staff.tier.way", left)];
  }
  const source = t(`staff.tier.source.${standing.source}`);
  const why =
    standing.phase === "grace"
      ? t("staff.tier.grace", {
          ended: say.calendarDay(standing.goldThrough),
          kept: say.calendarDay(standing.keptThrough),
        })
      : lasting(standing.goldThrough, t, say);
  const next =
    keeps && t("staff.tier.keeps", { missing: keeps.points, day: say.calendarDay(keeps.by) });
  return [source, why, ...(next ? [next] : [])];
}

/** Gold without an end is kept as a day that nobody here will see. */
function lasting(through: string, t: Translate, say: Figures): string {
  if (through >= "9999") return t("staff.tier.noEnd");
  return t("staff.tier.through", { day: say.calendarDay(through) });
}
