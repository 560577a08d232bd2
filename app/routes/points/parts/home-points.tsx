import type { Home } from "#app/modules/home/load-home.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { PointsFigure } from "#app/ui/points-figure.tsx";

/** What can be spent, what is still to come, what goes next, and what is owed. */
export function HomePoints({ points }: { points: Home["points"] }) {
  const t = useT();
  const figures = useFigures();
  const { available, pending, held, debt, lapsing } = points;
  const of = (count: number) => t("points.unit", { points: count });
  return (
    <div className="mt-7">
      <PointsFigure
        size="large"
        label={t("points.available")}
        value={figures.points(available)}
        unit={of(available)}
      />
      <div className="mt-5 grid grid-cols-2 gap-x-6 gap-y-4 border-t border-rule pt-4 empty:hidden">
        {lapsing && (
          <PointsFigure
            label={t("points.lapsing")}
            value={figures.points(lapsing.points)}
            note={t("points.lapsingAfter", { day: figures.calendarDay(lapsing.through) })}
          />
        )}
        {pending > 0 && (
          <PointsFigure
            tone="soft"
            label={t("points.pending")}
            value={figures.points(pending)}
            note={t("points.pendingWhy")}
          />
        )}
        {held > 0 && (
          <PointsFigure
            tone="soft"
            label={t("points.held")}
            value={figures.points(held)}
            note={t("points.heldWhy")}
          />
        )}
        {debt > 0 && (
          <PointsFigure
            tone="refusal"
            label={t("points.debt")}
            value={figures.points(debt)}
            note={t("points.debtWhy")}
          />
        )}
      </div>
    </div>
  );
}
