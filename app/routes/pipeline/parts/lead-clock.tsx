import type { NextAction } from "#app/modules/leads/next-action.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";

interface LeadClockProps {
  lead: {
    nextAction: NextAction | null;
    dueAt: string | null;
    overdue: boolean;
    pausedUntil: string | null;
  };
  /** When the page was made. */
  now: Date | string;
}

/** What is to be done next and by when, or since when it is late. */
export function LeadClock({ lead, now }: LeadClockProps) {
  const t = useT();
  const figures = useFigures();
  if (!lead.nextAction) return <span className="text-ink-soft">–</span>;
  if (!lead.dueAt) return <span className="text-ink-soft">{t("pipeline.clock.asked")}</span>;
  const what = t(`pipeline.next.${lead.nextAction}`);
  const when = figures.near(lead.dueAt, now);
  const stands = lead.pausedUntil !== null && new Date(lead.pausedUntil) > new Date(now);
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
      {lead.overdue ? (
        <>
          <span>{what}</span>
          <Badge tone="refusal" wraps>
            {t("pipeline.clock.late", { when })}
          </Badge>
        </>
      ) : (
        <span>{t("pipeline.clock.by", { what, when })}</span>
      )}
      {stands && <Badge>{t("pipeline.clock.stands")}</Badge>}
    </span>
  );
}
