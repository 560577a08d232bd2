import type { RankingPage } from "#app/modules/judging/load-kept-judging.server.ts";
import type { Place, Tie } from "#app/modules/judging/ranking.ts";
import { MILLIONTHS } from "#app/modules/judging/standardise.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { Section } from "#app/ui/page.tsx";
import { type Column, Table } from "#app/ui/table.tsx";

type Ready = RankingPage["ranking"] & { ready: true };
type Judge = Ready["brackets"][number]["judges"][number];

interface RankedBracketProps {
  bracket: Ready["brackets"][number];
  contest: RankingPage["contest"];
  /** Of all weights. */
  sum: number;
}

/** One ranking with all that it is reckoned from: how each judge judges, and every entry as each judged it. */
export function RankedBracket({ bracket, contest, sum }: RankedBracketProps) {
  const { t, locale } = useWords();
  const fixed = (value: number, places: number) => signed(value.toFixed(places));
  const known = contest.brackets.find(({ key }) => key === bracket.bracket);
  const title = known ? inLanguage(locale, known.name) : t("judging.ranking.all");
  const tieWords = (tie: Tie | null) => {
    if (tie === null) return "–";
    if (tie === "raw" || tie === "draw") return t(`judging.ranking.tie.${tie}`);
    const criterion = contest.criteria.find(({ key }) => tie === `criterion:${key}`);
    return criterion ? inLanguage(locale, criterion.name) : tie;
  };
  const judges: Column<Judge>[] = [
    { key: "name", head: t("judging.ranking.judge"), cell: ({ name }) => <bdi>{name}</bdi> },
    {
      key: "entries",
      head: t("judging.ranking.entries"),
      number: true,
      cell: ({ entries }) => entries,
    },
    {
      key: "mean",
      head: t("judging.ranking.mean"),
      number: true,
      cell: ({ mean }) => mean.toFixed(3),
    },
    {
      key: "spread",
      head: t("judging.ranking.spread"),
      number: true,
      cell: ({ deviation }) => (deviation === 0 ? t("judging.ranking.flat") : deviation.toFixed(3)),
    },
  ];
  const places: Column<Place>[] = [
    {
      key: "rank",
      head: t("judging.ranking.rank"),
      cell: ({ rank }) => <span className="figure">{rank}</span>,
    },
    {
      key: "entry",
      head: t("judging.ranking.entry"),
      number: true,
      cell: ({ number }) => number,
    },
    {
      key: "total",
      head: t("judging.ranking.total"),
      number: true,
      cell: ({ total }) => fixed(total / MILLIONTHS, 6),
    },
    ...bracket.judges.map(
      ({ id, name }): Column<Place> => ({
        key: String(id),
        head: name,
        number: true,
        cell: ({ perJudge }) => {
          const own = perJudge.find(({ judgeId }) => judgeId === id);
          if (!own) return t("judging.ranking.cellOwn");
          const value = (own.points / sum).toFixed(2);
          return t("judging.ranking.cell", { value, standardised: fixed(own.standardised, 3) });
        },
      }),
    ),
    {
      key: "tie",
      head: t("judging.ranking.tie"),
      cell: ({ tie }) => <span className="whitespace-nowrap">{tieWords(tie)}</span>,
    },
  ];
  return (
    <Section id={bracket.bracket ?? "all"} title={title}>
      <Table
        caption={`${title}: ${t("judging.ranking.rank")}`}
        columns={places}
        rows={bracket.places}
        rowKey={({ entryId }) => entryId}
      />
      <div className="mt-4">
        <Table
          caption={t("judging.judges.title")}
          columns={judges}
          rows={bracket.judges}
          rowKey={({ id }) => id}
        />
      </div>
    </Section>
  );
}

/** With the minus sign that lines up with figures, and a plus. */
function signed(figure: string): string {
  if (Number(figure) === 0) return figure.replace("-", "");
  return figure.startsWith("-") ? figure.replace("-", "−") : `+${figure}`;
}
