import { showEntryNumber } from "#app/modules/draws/entry-number.ts";
import type { PublicDraw } from "#app/modules/draws/load-public-draw.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Section } from "#app/ui/page.tsx";
import { type Column, Table } from "#app/ui/table.tsx";

type Win = PublicDraw["wins"][number];

/** Who was drawn, in order, by the number of their entry; by name only who wants that. */
export function DrawWinners({ draw }: { draw: PublicDraw }) {
  const { t, locale } = useWords();
  const prizes = new Map(draw.prizes.map(({ id, title }) => [id, inLanguage(locale, title)]));
  const pieces = draw.prizes.reduce((sum, { count }) => sum + count, 0);
  const given = new Set(
    draw.wins.flatMap(({ state, piece }) => (state === "passed-on" ? [] : [piece])),
  ).size;
  const columns: Column<Win>[] = [
    {
      key: "entry",
      head: t("draws.entry"),
      cell: ({ entry, name }) => (
        <>
          <span className="figure">{showEntryNumber(entry)}</span>
          {name && <bdi className="ml-2 font-normal text-ink-soft">{name}</bdi>}
        </>
      ),
    },
    { key: "prize", head: t("draws.prize"), cell: ({ prizeId }) => prizes.get(prizeId) },
    {
      key: "state",
      head: t("draws.winState"),
      cell: ({ state, why }) =>
        state === "passed-on" ? (
          <Badge wraps>{t(`draws.passedOn.${why ?? "declined"}`)}</Badge>
        ) : (
          t(`draws.winState.${state}`)
        ),
    },
  ];
  return (
    <Section id="winners" title={t("draws.winners")}>
      {draw.method === "by-hand" && (
        <p className="mb-3 max-w-prose text-ink-soft">
          {t("draws.byHand", { who: inLanguage(locale, draw.pickedBy) })}
        </p>
      )}
      <Table
        caption={t("draws.winners")}
        columns={columns}
        rows={draw.wins}
        rowKey={({ position }) => position}
      />
      {given < pieces && draw.method === "computed" && (
        <p className="mt-3 text-ink-soft">{t("draws.notGiven", { count: pieces - given })}</p>
      )}
    </Section>
  );
}
