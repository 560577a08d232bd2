import { useT } from "#app/platform/words/words.tsx";
import { DownloadIcon } from "#app/ui/icons.tsx";

/** The way to a table as a file. */
export function TableLink({ table, query }: { table: string; query: string }) {
  const t = useT();
  return (
    <a
      href={`/admin/finance/${table}.csv?${query}`}
      download
      className="inline-flex items-center gap-1.5 whitespace-nowrap print:hidden"
    >
      <DownloadIcon size={18} />
      {t("finance.csv")}
    </a>
  );
}
