import { Link } from "@remix-run/react";
import type { MissedGift } from "#app/modules/stock/load-missed.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Table } from "#app/ui/table.tsx";

/** What was asked for and not there: for whoever orders the gifts. */
export function MissedTable({ missed }: { missed: MissedGift[] }) {
  const t = useT();
  const figures = useFigures();
  const figure = (key: "asked" | "members" | "savers" | "free") => ({
    key,
    head: t(`stock.missed.${key}`),
    number: true,
    cell: (row: MissedGift) => figures.points(row[key]),
  });
  return (
    <Table
      caption={t("stock.missed")}
      columns={[
        {
          key: "gift",
          head: t("giftKeeping.col.gift"),
          cell: ({ giftId, titleEn, titleZh }) => (
            <Link to={`/admin/gifts/${giftId}`} className="text-accent underline">
              {inLanguage(t.locale, { en: titleEn, zh: titleZh })}
            </Link>
          ),
        },
        figure("asked"),
        figure("members"),
        figure("savers"),
        figure("free"),
      ]}
      rows={missed}
      rowKey={({ giftId }) => giftId}
    />
  );
}
