import { Link } from "@remix-run/react";
import {
  type KeptReason,
  type UndoneOutcome,
  undoneOutcomes,
} from "#app/modules/imports/import-reversal.ts";
import type { ImportShown, ReversalShown } from "#app/modules/imports/load-import.server.ts";
import { formatMoment } from "#app/platform/words/format.ts";
import { useT, useWords } from "#app/platform/words/words.tsx";
import { useAskAgain } from "#app/site/use-ask-again.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { KeyValue } from "#app/ui/key-value.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { PointsFigure } from "#app/ui/points-figure.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { FilterChips } from "#app/ui/tabs.tsx";

interface ImportReversalProps {
  run: ImportShown;
  reversal: ReversalShown;
  /** The outcome that the report is filtered by. */
  undone: UndoneOutcome | null;
}

/** How the taking back of an import goes, and what it came to. */
export function ImportReversal({ run, reversal, undone }: ImportReversalProps) {
  const { t, locale, timeZone } = useWords();
  const figures = useFigures();
  const { counts, state } = reversal;
  const reasons = Object.entries(counts.reasons) as [KeptReason, number][];
  return (
    <Section id="reversal" title={t("staff.reversal.title")} className="mb-10">
      <p className="mb-4 max-w-3xl text-ink-soft">
        {t("staff.reversal.asked", {
          who: reversal.askedBy ?? t("staff.import.commandLine"),
          when: formatMoment(reversal.askedAt, locale, timeZone),
        })}{" "}
        <q>{reversal.reason}</q>
      </p>
      {(state === "waiting" || state === "running") && <Progress run={run} reversal={reversal} />}
      {state === "failed" && (
        <div className="mb-6 max-w-3xl">
          <Notice
            tone="refusal"
            title={t("staff.reversal.failed")}
            action={
              <Link to={`/admin/imports/${run.id}/reverse`}>{t("staff.reversal.again")}</Link>
            }
          >
            {t("staff.reversal.failedBody")}
          </Notice>
        </div>
      )}
      <div className="flex flex-wrap gap-x-10 gap-y-4">
        {undoneOutcomes.map((each) => (
          <PointsFigure
            key={each}
            label={t(`staff.reversal.outcome.${each}`)}
            value={figures.points(counts.outcomes[each])}
            tone={counts.outcomes[each] === 0 ? "soft" : "ink"}
          />
        ))}
        <PointsFigure
          label={t("staff.import.pointsTakenBack")}
          value={figures.change(-counts.pointsTakenBack)}
          tone={counts.pointsTakenBack === 0 ? "soft" : "ink"}
        />
        {counts.pointsAdded > 0 && (
          <PointsFigure
            label={t("staff.import.pointsAdded")}
            value={figures.change(counts.pointsAdded)}
          />
        )}
      </div>
      {reasons.length > 0 && (
        <div className="mt-6 max-w-3xl">
          <KeyValue
            facts={reasons.map(([reason, count]) => ({
              label: t(`import.kept.${reason}`),
              value: figures.points(count),
            }))}
          />
        </div>
      )}
      {state === "finished" && (
        <div className="mt-6">
          <FilterChips
            label={t("staff.reversal.filter")}
            choices={[null, ...undoneOutcomes.filter((each) => counts.outcomes[each] > 0)].map(
              (each) => ({
                to: `/admin/imports/${run.id}${each ? `?undone=${each}` : ""}#rows`,
                label: each ? t(`staff.reversal.outcome.${each}`) : t("staff.all"),
                current: each === undone,
              }),
            )}
          />
        </div>
      )}
    </Section>
  );
}

function Progress({ run, reversal }: { run: ImportShown; reversal: ReversalShown }) {
  const t = useT();
  const figures = useFigures();
  useAskAgain();
  const { done, total } = reversal.counts;
  return (
    <div className="mb-6 max-w-3xl">
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <ProgressBar
        id="reversal-progress"
        label={t(`staff.reversal.badge.${reversal.state}`)}
        status={
          total === null
            ? t("staff.reversal.waiting")
            : t("staff.reversal.progress", {
                done: figures.points(done),
                total: figures.points(total),
              })
        }
        value={total === null ? undefined : done}
        max={total === null ? undefined : Math.max(total, 1)}
      />
      <p className="mt-2 text-ink-soft">
        {t("staff.reversal.leave")}{" "}
        <Link to={`/admin/imports/${run.id}`} reloadDocument>
          {t("staff.import.reload")}
        </Link>
      </p>
    </div>
  );
}
