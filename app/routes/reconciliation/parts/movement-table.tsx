import type { MovementListed } from "#app/modules/reconciliation/load-movements.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { type Column, Table } from "#app/ui/table.tsx";

export type ShownMovement = Omit<MovementListed, "at"> & { at: string | Date };

interface MovementTableProps {
  caption: string;
  movements: ShownMovement[];
}

/** What moved at Stripe, with the numbers by which Stripe's dashboard finds it. */
export function MovementTable({ caption, movements }: MovementTableProps) {
  const t = useT();
  const figures = useFigures();
  const columns: Column<ShownMovement>[] = [
    { key: "at", head: t("reconciliation.at"), cell: ({ at }) => figures.moment(at) },
    {
      key: "what",
      head: t("reconciliation.what"),
      cell: ({ what }) => t(`reconciliation.moved.${what}`),
    },
    {
      key: "subject",
      head: t("reconciliation.subject"),
      cell: ({ subject }) => <code className="break-all">{subject}</code>,
    },
    {
      key: "amount",
      head: t("reconciliation.amount"),
      number: true,
      cell: ({ amountMinor, currency }) => figures.moneyIn(amountMinor, currency),
    },
    {
      key: "fee",
      head: t("reconciliation.fee"),
      number: true,
      cell: ({ feeMinor, currency }) => figures.moneyIn(feeMinor, currency),
    },
    {
      key: "net",
      head: t("reconciliation.net.of"),
      number: true,
      cell: ({ netMinor, currency }) => figures.moneyIn(netMinor, currency),
    },
  ];
  return <Table caption={caption} columns={columns} rows={movements} rowKey={({ id }) => id} />;
}
