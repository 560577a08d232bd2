import { Form, Link } from "@remix-run/react";
import type { PaymentTask } from "#app/modules/payments/payment-tasks.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { type Column, Table } from "#app/ui/table.tsx";

type Task = Omit<PaymentTask, "at"> & { at: string | Date };

/** What went otherwise with money, what to do about it, and a button for when that was done. */
export function PaymentTasks({ tasks }: { tasks: Task[] }) {
  const { t, locale } = useWords();
  const figures = useFigures();
  const columns: Column<Task>[] = [
    {
      key: "for",
      head: t("payments.for"),
      cell: ({ paymentId, title }) => (
        <Link to={`/admin/payments/${paymentId}`}>{inLanguage(locale, title)}</Link>
      ),
    },
    { key: "member", head: t("payments.who"), cell: ({ memberNumber }) => memberNumber },
    {
      key: "sum",
      head: t("payments.sum"),
      number: true,
      cell: ({ amountMinor, currency }) => figures.moneyIn(amountMinor, currency),
    },
    { key: "since", head: t("payments.tasks.since"), cell: ({ at }) => figures.moment(at) },
    {
      key: "what",
      head: t("payments.tasks.what"),
      cell: ({ kind }) => t(`payments.tasks.${kind}`),
    },
    {
      key: "answer",
      head: t("payments.tasks.answer"),
      cell: ({ kind, id }) =>
        kind === "disputed" ? (
          t("payments.tasks.byItself")
        ) : (
          <Form method="post">
            <input type="hidden" name="kind" value={kind} />
            <input type="hidden" name="id" value={id} />
            <Button look="quiet">{t("payments.tasks.send")}</Button>
          </Form>
        ),
    },
  ];
  return (
    <Table
      caption={t("payments.tasks.title")}
      columns={columns}
      rows={tasks}
      rowKey={({ kind, id, paymentId }) => `${kind} ${id} ${paymentId}`}
    />
  );
}
