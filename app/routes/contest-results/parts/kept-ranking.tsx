import type {
  KeptGroup,
  KeptResults,
} from "#app/modules/contest-results/load-kept-results.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Section } from "#app/ui/page.tsx";
import { type Column, Table } from "#app/ui/table.tsx";

type Place = KeptGroup["places"][number];
type Terms = KeptResults["contest"]["terms"];

/** The ranking as scores, tries and votes have it now, with who would win what. */
export function KeptRanking({ page }: { page: KeptResults }) {
  const { t, locale } = useWords();
  const { points } = useFigures();
  const { terms } = page.contest;
  const columns: Column<Place>[] = [
    {
      key: "rank",
      head: t("results.place"),
      cell: ({ rank }) => <span className="figure">{rank}</span>,
    },
    {
      key: "number",
      head: t("results.number"),
      cell: ({ number }) => <span className="figure">{number}</span>,
    },
    ...(isCounted(terms)
      ? [
          {
            key: "total",
            head: t(`resultKeeping.total.${terms.kind}`),
            number: true,
            cell: ({ total }: Place) => totalText(terms, total, points),
          },
        ]
      : []),
    { key: "tie", head: t("resultKeeping.tie"), cell: ({ tie }) => tieWords(t, tie) },
    {
      key: "prize",
      head: t("results.won"),
      cell: ({ prize }) =>
        prize
          ? t("results.prizeOf", { prize: prize.rank, title: inLanguage(locale, prize.title) })
          : "—",
    },
  ];
  return (
    <Section id="ranking" title={t("resultKeeping.ranking")}>
      <p className="mb-4 max-w-prose text-ink-soft">
        {t(
          page.versions.length > 0 ? "resultKeeping.ranking.public" : "resultKeeping.ranking.blind",
        )}
      </p>
      {page.groups.map(({ group, places }) => {
        const title = inLanguage(locale, group);
        return (
          <div key={title} className="mb-8">
            {title && <h3 className="mb-2 text-lg">{title}</h3>}
            <Table
              caption={title || t("resultKeeping.ranking")}
              columns={columns}
              rows={places}
              rowKey={({ number }) => number}
            />
          </div>
        );
      })}
    </Section>
  );
}

/** Whom staff choose has no score, time or vote to show. */
const isCounted = (terms: Terms): boolean => terms.kind !== "chosen" || terms.by === "vote";

/** Millionths of a deviation, milliseconds, points or votes: as the contest counts. */
function totalText(terms: Terms, total: number, figure: (value: number) => string): string {
  if (terms.kind === "pictures") return (total / 1_000_000).toFixed(3).replace("-", "−");
  if (terms.kind === "measured" && terms.measure === "time") {
    return `${(total / 1_000).toFixed(2)} s`;
  }
  return figure(total);
}

function tieWords(t: Translate, tie: string | null): string {
  if (tie === null) return "—";
  const [how] = tie.split(":");
  if (how === "raw" || how === "criterion" || how === "attempt" || how === "draw") {
    return t(`resultKeeping.tie.${how}`);
  }
  return "—";
}
