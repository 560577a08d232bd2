import type { Balance } from "#app/modules/ledger/entry.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Section } from "#app/ui/page.tsx";
import { PointsFigure } from "#app/ui/points-figure.tsx";

/** The balance by the clock; held points and debt only where there are any. */
export function MemberPoints({ points }: { points: Balance }) {
  const t = useT();
  const figures = useFigures();
  const lapsing = points.nextLapseAt;
  return (
    <Section id="points" title={t("staff.member.points")}>
      <div className="flex flex-wrap gap-x-12 gap-y-5">
        <PointsFigure
          label={t("staff.member.available")}
          value={figures.points(points.available)}
          size="large"
        />
        <PointsFigure
          label={t("staff.member.pending")}
          value={figures.points(points.pending)}
          tone={points.pending > 0 ? "ink" : "soft"}
        />
        {points.held > 0 && (
          <PointsFigure label={t("staff.member.held")} value={figures.points(points.held)} />
        )}
        {points.debt > 0 && (
          <PointsFigure
            label={t("staff.member.debt")}
            value={figures.points(points.debt)}
            note={t("staff.member.debt.note")}
            tone="refusal"
          />
        )}
        <PointsFigure
          label={t("staff.member.lapsing")}
          value={figures.points(points.nextLapsePoints)}
          note={
            lapsing
              ? t("staff.member.lapsing.by", { day: figures.lastDay(lapsing) })
              : t("staff.member.lapsing.none")
          }
          tone={lapsing ? "ink" : "soft"}
        />
      </div>
    </Section>
  );
}
