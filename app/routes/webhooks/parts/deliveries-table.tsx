import { Form } from "@remix-run/react";
import type { DeliveryListed } from "#app/modules/webhooks/list-deliveries.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { DeliveryOutcome } from "./delivery-outcome.tsx";

/** Messages to an endpoint, and what became of each. */
export function DeliveriesTable({
  deliveries,
  canSend,
}: {
  deliveries: DeliveryListed[];
  canSend: boolean;
}) {
  const t = useT();
  const figures = useFigures();
  const columns: Column<DeliveryListed>[] = [
    {
      key: "type",
      head: t("webhooks.event"),
      cell: ({ type, body }) => (
        <details>
          <summary className="figure cursor-pointer py-1">{type}</summary>
          <pre className="py-2 text-[0.8125rem] font-normal whitespace-pre-wrap [overflow-wrap:anywhere]">
            {JSON.stringify(JSON.parse(body), null, 2)}
          </pre>
        </details>
      ),
    },
    {
      key: "when",
      head: t("webhooks.happened"),
      cell: ({ happenedAt }) => figures.moment(happenedAt),
    },
    {
      key: "outcome",
      head: t("webhooks.outcome"),
      cell: (delivery) => <DeliveryOutcome delivery={delivery} />,
    },
    {
      key: "attempts",
      head: t("webhooks.attempts"),
      number: true,
      cell: ({ attempts }) => figures.points(attempts),
    },
  ];
  if (canSend) {
    columns.push({
      key: "again",
      head: t("webhooks.again.head"),
      cell: ({ id, type, happenedAt }) => (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="delivery" value={id} />
          <Button
            name="intent"
            value="again"
            look="quiet"
            aria-label={t("webhooks.again.named", { type, moment: figures.moment(happenedAt) })}
          >
            {t("webhooks.again")}
          </Button>
        </Form>
      ),
    });
  }
  return (
    <Table
      caption={t("webhooks.deliveries")}
      columns={columns}
      rows={deliveries}
      rowKey={({ id }) => id}
    />
  );
}
