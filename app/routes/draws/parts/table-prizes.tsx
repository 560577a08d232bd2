import type { ListedPrizeTable } from "#app/modules/draws/load-prize-tables.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { type Column, Table } from "#app/ui/table.tsx";

type Prize = ListedPrizeTable["prizes"][number];

interface TablePrizesProps {
  prizes: readonly Prize[];
  words: Record<"prize" | "weight" | "left" | "endless" | "won", string>;
}

/** What a table gives: with how many tickets, and what is left. */
export function TablePrizes({ prizes, words }: TablePrizesProps) {
  const { locale } = useWords();
  const columns: Column<Prize>[] = [
    { key: "prize", head: words.prize, cell: ({ title }) => inLanguage(locale, title) },
    { key: "weight", head: words.weight, number: true, cell: ({ weight }) => weight },
    { key: "won", head: words.won, number: true, cell: ({ won }) => won },
    {
      key: "left",
      head: words.left,
      number: true,
      cell: ({ pieces, won }) => (pieces === null ? words.endless : pieces - won),
    },
  ];
  return <Table caption={words.prize} columns={columns} rows={prizes} rowKey={({ id }) => id} />;
}
