import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { type Column, Table } from "#app/ui/table.tsx";
import type { PaymentShown } from "./payment-facts.tsx";

type Refund = PaymentShown["refunds"][number];

/** What went back of a payment; who gave it is for staff alone. */
export function RefundsList({ payment, staff }: { payment: PaymentShown; staff: boolean }) {
  const t = useT();
  const figures = useFigures();
  const columns: (Column<Refund> | false)[] = [
    {
      key: "day",
      head: t("payments.refund.day"),
      cell: ({ createdAt }) => figures.day(createdAt),
    },
    {
      key: "sum",
      head: t("payments.sum"),
      number: true,
      cell: ({ amountMinor }) => figures.moneyIn(amountMinor, payment.currency),
    },
    {
      key: "how",
      head: t("payments.refund.how"),
      cell: ({ method, state }) => (
        <>
          {t(`payments.method.${method}`)} · {t(`payments.refund.${state}`)}
        </>
      ),
    },
    { key: "why", head: t("payments.refund.why"), cell: ({ reason }) => reason },
    staff && {
      key: "number",
      head: t("payments.counterReceipt"),
      cell: ({ counterReceipt }) => counterReceipt,
    },
    staff && { key: "by", head: t("payments.refund.by"), cell: ({ by }) => by },
  ];
  return (
    <Table
      caption={t("payments.refunds")}
      columns={columns.filter((column) => column !== false)}
      rows={payment.refunds}
      rowKey={({ id }) => id}
    />
  );
}
