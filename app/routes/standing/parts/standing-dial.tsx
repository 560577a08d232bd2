import type { TierStatus } from "#app/modules/standing/tier-status.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { ProgressDial } from "#app/ui/progress-dial.tsx";

/** The status points that count, on a dial whose end is gold. */
export function StandingDial({ standing, needed }: { standing: TierStatus; needed: number }) {
  const t = useT();
  const figures = useFigures();
  const have = figures.points(standing.status);
  const of = figures.points(needed);
  return (
    <ProgressDial
      value={standing.status}
      max={needed}
      tone={standing.standing.tier}
      figure={have}
      caption={t("standing.of", { needed: of })}
      label={t("standing.dial", { have, needed: of })}
    />
  );
}
