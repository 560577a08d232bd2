import { type Score, scores } from "#app/modules/surveys/questions.ts";
import type { Breakdown, Recommends, SurveyResults } from "#app/modules/surveys/results.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { KeyValue } from "#app/ui/key-value.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { RowChart } from "#app/ui/row-chart.tsx";
import { Table } from "#app/ui/table.tsx";
import { oneDecimal, percentOf } from "./decimals.ts";

/** The figures of a survey, as far as they can be shown. */
export function SurveyFigures({ results }: { results: SurveyResults }) {
  const t = useT();
  const { asked, answered, figures, recommends, best, breakdowns } = results;
  if (asked === 0) return null;
  return (
    <>
      <KeyValue
        layout="pairs"
        facts={[
          {
            label: t("surveyResults.answered"),
            value: t("surveyResults.rate", {
              asked,
              answered,
              percent: percentOf(answered, asked),
            }),
          },
          ...(figures
            ? [
                {
                  label: t("surveyResults.average"),
                  value: t("surveyResults.outOf", { average: oneDecimal(figures.average) }),
                },
              ]
            : []),
        ]}
      />
      {figures ? (
        <>
          <Section id="how-was" title={t("surveyResults.howWas")}>
            <Distribution distribution={figures.distribution} answered={answered} />
          </Section>
          {breakdowns.length === 0 && (
            <p className="mt-4 text-ink-soft">{t("surveyResults.noBreakdown")}</p>
          )}
          {breakdowns.map((breakdown) => (
            <BreakdownTable key={breakdown.of} {...breakdown} />
          ))}
          {best && <Best best={best} answered={answered} />}
          {recommends && <RecommendsTable {...recommends} />}
        </>
      ) : (
        <div className="mt-6">
          <Notice announce={false}>{t("surveyResults.fewWhat", { answered })}</Notice>
        </div>
      )}
    </>
  );
}

function Distribution(props: { distribution: Record<Score, number>; answered: number }) {
  const { distribution, answered } = props;
  const t = useT();
  const { points } = useFigures();
  const rows = scores.toReversed().map((score) => ({ score, count: distribution[score] }));
  return (
    <>
      <RowChart
        label={t("surveyResults.chart")}
        rows={rows.map(({ score, count }) => ({
          label: t(`surveys.score.${score}`),
          value: count,
        }))}
        format={points}
      />
      <Shares
        caption={`${t("surveyResults.howWas")} · ${t("surveyResults.answered")}`}
        head={t("surveyResults.score")}
        rows={rows.map(({ score, count }) => ({ name: t(`surveys.score.${score}`), count }))}
        of={answered}
      />
    </>
  );
}

function Best(props: { best: NonNullable<SurveyResults["best"]>; answered: number }) {
  const t = useT();
  return (
    <Section id="best" title={t("surveyResults.best")}>
      <Shares
        caption={`${t("surveyResults.best")} · ${t("surveyResults.answered")}`}
        head={t("surveyResults.bestThing")}
        rows={props.best.map(({ thing, count }) => ({ name: t(`surveys.best.${thing}`), count }))}
        of={props.answered}
      />
    </Section>
  );
}

function RecommendsTable({ answered, average, ...parts }: Recommends) {
  const t = useT();
  const rows = (["promoters", "passives", "detractors"] as const).map((part) => ({
    name: t(`surveyResults.${part}`),
    count: parts[part],
  }));
  return (
    <Section id="recommends" title={t("surveyResults.recommends")}>
      <p className="mb-3">
        {t("surveyResults.recommendsAverage", { average: oneDecimal(average), answered })}
      </p>
      <Shares
        caption={`${t("surveyResults.recommends")} · ${t("surveyResults.answered")}`}
        head={t("surveyResults.score")}
        rows={rows}
        of={answered}
      />
    </Section>
  );
}

interface SharesProps {
  caption: string;
  head: string;
  rows: { name: string; count: number }[];
  of: number;
}

function Shares({ caption, head, rows, of }: SharesProps) {
  const t = useT();
  const { points } = useFigures();
  return (
    <Table
      caption={caption}
      narrow="scroll"
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        { key: "name", head, cell: ({ name }) => name },
        {
          key: "count",
          head: t("surveyResults.count"),
          number: true,
          cell: ({ count }) => points(count),
        },
        {
          key: "share",
          head: t("surveyResults.share"),
          number: true,
          cell: ({ count }) => `${percentOf(count, of)} %`,
        },
      ]}
    />
  );
}

function BreakdownTable({ of, parts }: Breakdown) {
  const t = useT();
  const { points } = useFigures();
  return (
    <Section id={`by-${of}`} title={t(`surveyResults.breakdown.${of}`)}>
      <Table
        caption={t(`surveyResults.breakdown.${of}`)}
        narrow="scroll"
        rows={parts}
        rowKey={({ part }) => part}
        columns={[
          {
            key: "part",
            head: t("surveyResults.group"),
            cell: ({ part }) => t(`surveyResults.part.${part}`),
          },
          {
            key: "answered",
            head: t("surveyResults.answered"),
            number: true,
            cell: ({ answered }) => points(answered),
          },
          {
            key: "average",
            head: t("surveyResults.average"),
            number: true,
            cell: ({ average }) => oneDecimal(average),
          },
        ]}
      />
    </Section>
  );
}
