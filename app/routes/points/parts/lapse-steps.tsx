import type { LapseStep } from "#app/modules/points/lapse-plan.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { KeyValue } from "#app/ui/key-value.tsx";

/** Steps in sight; those of later years are a tap away. */
const SHOWN = 3;

/** What lapses when, a line for each last day. */
export function LapseSteps({ plan }: { plan: LapseStep[] }) {
  const t = useT();
  const figures = useFigures();
  // One hidden line would take as much room as the line that hides it.
  const shown = plan.length <= SHOWN + 1 ? plan : plan.slice(0, SHOWN);
  const later = plan.slice(shown.length);
  const rest = later.reduce((sum, step) => sum + step.points + step.pending, 0);
  return (
    <>
      <Steps plan={shown} />
      {later.length > 0 && (
        <details className="border-t border-rule">
          <summary className="flex min-h-11 cursor-pointer items-center text-[0.9375rem] text-accent">
            {t("lots.later", { points: figures.points(rest) })}
          </summary>
          <Steps plan={later} />
        </details>
      )}
    </>
  );
}

function Steps({ plan }: { plan: LapseStep[] }) {
  const t = useT();
  const figures = useFigures();
  return (
    <KeyValue
      facts={plan.map(({ through, points, pending }) => ({
        label: through
          ? t("lots.through", { day: figures.calendarDay(through) })
          : t("lots.whenSettled"),
        value: (
          <>
            {points > 0 && <span className="figure">{figures.points(points)}</span>}
            {pending > 0 && (
              <span className="block text-ink-soft">
                {t("lots.pending", { points: figures.points(pending) })}
              </span>
            )}
          </>
        ),
      }))}
    />
  );
}
