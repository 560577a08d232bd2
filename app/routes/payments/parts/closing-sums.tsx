import type { ClosingSum } from "#app/modules/payments/load-closing.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { type Column, Table } from "#app/ui/table.tsx";

/** What each clerk has in hand by each method. */
export function ClosingSums({ sums }: { sums: ClosingSum[] }) {
  const t = useT();
  const figures = useFigures();
  const columns: Column<ClosingSum>[] = [
    {
      key: "clerk",
      head: t("payments.closing.clerk"),
      cell: ({ clerk }) => <bdi>{clerk.name}</bdi>,
    },
    {
      key: "method",
      head: t("payments.closing.method"),
      cell: ({ method }) => t(`payments.method.${method}`),
    },
    {
      key: "taken",
      head: t("payments.closing.taken"),
      number: true,
      cell: ({ takenMinor, currency, payments }) =>
        t("payments.closing.counted", {
          sum: figures.moneyIn(takenMinor, currency),
          count: payments,
        }),
    },
    {
      key: "back",
      head: t("payments.closing.back"),
      number: true,
      cell: ({ givenBackMinor, currency, refunds }) =>
        t("payments.closing.counted", {
          sum: figures.moneyIn(givenBackMinor, currency),
          count: refunds,
        }),
    },
    {
      key: "left",
      head: t("payments.closing.left"),
      number: true,
      cell: ({ takenMinor, givenBackMinor, currency }) => (
        <strong>{figures.moneyIn(takenMinor - givenBackMinor, currency)}</strong>
      ),
    },
  ];
  return (
    <Table
      caption={t("payments.closing.sums")}
      columns={columns}
      rows={sums}
      rowKey={({ clerk, method, currency }) => `${clerk.id} ${method} ${currency}`}
    />
  );
}
