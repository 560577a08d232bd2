import { type RowOutcome, rowOutcomes } from "#app/modules/imports/import-run.ts";
import { reasonWords } from "#app/modules/imports/import-words.ts";
import type { ImportShown } from "#app/modules/imports/load-import.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { KeyValue } from "#app/ui/key-value.tsx";
import { Section } from "#app/ui/page.tsx";
import { PointsFigure } from "#app/ui/points-figure.tsx";
import { FilterChips } from "#app/ui/tabs.tsx";

interface ImportOutcomesProps {
  run: ImportShown;
  /** The outcome that the report is filtered by. */
  outcome: RowOutcome | null;
}

/** What became of the rows, in figures; once it has ended, each figure filters the report. */
export function ImportOutcomes({ run, outcome }: ImportOutcomesProps) {
  const t = useT();
  const figures = useFigures();
  const { outcomes, reasons, ignored, pointsAdded, pointsTakenBack } = run.counts;
  const reasonFacts = Object.entries(reasons)
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => ({
      label: reasonWords(t, run.kind, reason),
      value: figures.points(count),
    }));
  return (
    <>
      <Section id="outcomes" title={t("staff.import.outcomes")}>
        <div className="flex flex-wrap gap-x-10 gap-y-4">
          {rowOutcomes.map((each) => (
            <PointsFigure
              key={each}
              label={t(`import.outcome.${each}`)}
              value={figures.points(outcomes[each])}
              tone={outcomes[each] === 0 ? "soft" : each === "rejected" ? "refusal" : "ink"}
            />
          ))}
          <PointsFigure
            label={t("staff.import.pointsAdded")}
            value={figures.change(pointsAdded)}
            tone={pointsAdded === 0 ? "soft" : "ink"}
          />
          {pointsTakenBack > 0 && (
            <PointsFigure
              label={t("staff.import.pointsTakenBack")}
              value={figures.change(-pointsTakenBack)}
            />
          )}
        </div>
        {ignored > 0 && (
          <p className="mt-3 text-ink-soft">{t("staff.import.ignored", { count: ignored })}</p>
        )}
      </Section>
      {reasonFacts.length > 0 && (
        <Section id="reasons" title={t("staff.import.reasons")} className="max-w-2xl">
          <KeyValue facts={reasonFacts} />
        </Section>
      )}
      {run.state === "finished" && (
        <Section id="rows" title={t("staff.import.rows")} className="-mb-2">
          <FilterChips
            label={t("staff.import.filter")}
            choices={[null, ...rowOutcomes.filter((each) => outcomes[each] > 0)].map((each) => ({
              to: `/admin/imports/${run.id}${each ? `?outcome=${each}` : ""}#rows`,
              label: each
                ? t("staff.import.filter.outcome", {
                    outcome: t(`import.outcome.${each}`),
                    count: figures.points(outcomes[each]),
                  })
                : t("staff.all"),
              current: each === outcome,
            }))}
          />
        </Section>
      )}
    </>
  );
}
