import type { EventReport } from "#app/modules/event-report/load-event-report.server.ts";
import {
  type headlines,
  headlinesOf,
  type Line,
  type Section as ReportPart,
} from "#app/modules/event-report/report-lines.ts";
import { winnerWords, writtenLabel, writtenValue } from "#app/modules/event-report/write-report.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { cx } from "#app/ui/cx.ts";
import { Section } from "#app/ui/page.tsx";
import { FigureRow, PointsFigure } from "#app/ui/points-figure.tsx";
import { Table } from "#app/ui/table.tsx";

/** The figures that one looks at first, each with that of the event before. */
export function Headlines({ sections }: { sections: ReportPart[] }) {
  const t = useT();
  return (
    <section aria-label={t("eventReport.headlines")}>
      <FigureRow wide>
        {headlinesOf(sections).map(({ label, value, before }) => (
          <PointsFigure
            key={writtenLabel(t, label)}
            label={t(`eventReport.headline.${label as (typeof headlines)[number]}`)}
            value={writtenValue(t, value)}
            note={before && t("eventReport.before.value", { value: writtenValue(t, before) })}
          />
        ))}
      </FigureRow>
    </section>
  );
}

interface ReportSectionProps {
  section: ReportPart;
  report: Pick<EventReport, "minorPer100" | "currency">;
  /** There is an event to hold these figures beside. */
  hasBefore: boolean;
}

/** A part of a report: its figures one below the other. */
export function ReportSection({ section, report, hasBefore }: ReportSectionProps) {
  const t = useT();
  const figures = useFigures();
  const { key, lines } = section;
  const worth = figures.moneyIn(report.minorPer100, report.currency);
  const title = t(`eventReport.section.${key}`);
  if (lines.length === 0) return null;
  return (
    <Section id={key} title={title}>
      {(key === "members" || key === "costs" || key === "points") && (
        <p className="mb-3 max-w-prose text-[0.9375rem] text-ink-soft">
          {t(`eventReport.section.${key}.lead`, { worth })}
        </p>
      )}
      <FigureLines
        caption={t("eventReport.table", { part: title })}
        lines={lines}
        hasBefore={hasBefore}
      />
    </Section>
  );
}

interface FigureLinesProps {
  caption: string;
  lines: Line[];
  hasBefore: boolean;
}

function FigureLines({ caption, lines, hasBefore }: FigureLinesProps) {
  const t = useT();
  const figure = {
    key: "figure",
    head: t("eventReport.figure"),
    cell: ({ label, isPart, isSum }: Line) => (
      <span className={cx(isPart && "pl-4 text-ink-soft", isSum && "font-semibold")}>
        {writtenLabel(t, label)}
      </span>
    ),
  };
  const value = {
    key: "value",
    head: t("eventReport.value"),
    number: true,
    cell: ({ value, isSum }: Line) => (
      <span className={cx(isSum && "font-semibold")}>{writtenValue(t, value)}</span>
    ),
  };
  const before = {
    key: "before",
    head: t("eventReport.before"),
    number: true,
    cell: (line: Line) => (
      <span className="text-ink-soft">{line.before ? writtenValue(t, line.before) : "–"}</span>
    ),
  };
  return (
    <Table
      caption={caption}
      narrow="scroll"
      columns={hasBefore ? [figure, value, before] : [figure, value]}
      rows={lines}
      rowKey={({ label }) => (typeof label === "string" ? label : `${label.en} ${label.zh}`)}
    />
  );
}

/** Who won what, by number, and by name where the family asked for that. */
export function Winners({
  winners,
  brackets,
}: Pick<EventReport, "winners"> & Pick<EventReport["event"], "brackets">) {
  const t = useT();
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {winners.map((winner) => {
        const { what, who } = winnerWords(t, winner, brackets);
        return (
          <li key={`${what} ${who}`} className="flex flex-wrap justify-between gap-x-6 py-1.5">
            <span className="text-ink-soft">{what}</span>
            <span>{who}</span>
          </li>
        );
      })}
    </ul>
  );
}
