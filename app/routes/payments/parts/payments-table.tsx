import { Link } from "@remix-run/react";
import type { PaymentListed } from "#app/modules/payments/list-payments.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { type Column, Table } from "#app/ui/table.tsx";
import { PaymentBadge } from "./payment-badge.tsx";

type Listed = Omit<PaymentListed, "at"> & { at: string | Date };

/** Payments of one page of the list. */
export function PaymentsTable({ payments }: { payments: Listed[] }) {
  const { t, locale } = useWords();
  const figures = useFigures();
  const columns: Column<Listed>[] = [
    {
      key: "for",
      head: t("payments.for"),
      cell: ({ id, title }) => (
        <Link to={`/admin/payments/${id}`}>{inLanguage(locale, title)}</Link>
      ),
    },
    {
      key: "member",
      head: t("payments.who"),
      cell: ({ memberNumber, memberName }) => (
        <Link to={`/admin/members/${memberNumber}`}>
          <bdi>{memberName}</bdi> <span className="whitespace-nowrap">{memberNumber}</span>
        </Link>
      ),
    },
    {
      key: "sum",
      head: t("payments.sum"),
      number: true,
      cell: ({ amountMinor, currency }) => figures.moneyIn(amountMinor, currency),
    },
    {
      key: "state",
      head: t("payments.list.state"),
      cell: (payment) => <PaymentBadge payment={payment} />,
    },
    {
      key: "at",
      head: t("payments.list.at"),
      cell: ({ at }) => <span className="whitespace-nowrap">{figures.moment(at)}</span>,
    },
    {
      key: "how",
      head: t("payments.how"),
      cell: ({ method, store, clerk }) =>
        [method && t(`payments.method.${method}`), store && inLanguage(t.locale, store), clerk]
          .filter(Boolean)
          .join(" · "),
    },
    { key: "receipt", head: t("payments.receipt"), cell: ({ receipt }) => receipt },
  ];
  return (
    <Table
      caption={t("payments.list.title")}
      columns={columns}
      rows={payments}
      rowKey={({ id }) => id}
    />
  );
}
