import { Form } from "@remix-run/react";
import { formatMoment } from "#app/platform/words/format.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { KeyRingDrawing } from "#app/ui/drawings/key-ring.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { type Column, Table } from "#app/ui/table.tsx";

type Client = {
  id: number;
  name: string;
  keyHint: string;
  scopes: string[];
  createdAt: Date;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
};

/** The programs that may call, each with the end of its key; those whose key has ended come last. */
export function ApiKeysTable({ clients }: { clients: Client[] }) {
  const { t, locale, timeZone } = useWords();
  const moment = (instant: Date) => formatMoment(instant, locale, timeZone);
  if (clients.length === 0) {
    return <EmptyState drawing={<KeyRingDrawing />}>{t("apiKeys.none")}</EmptyState>;
  }
  const columns: Column<Client>[] = [
    { key: "name", head: t("apiKeys.name"), cell: ({ name }) => name },
    {
      key: "hint",
      head: t("apiKeys.key"),
      cell: ({ keyHint }) => <span className="figure">{keyHint}</span>,
    },
    {
      key: "scopes",
      head: t("apiKeys.scopes"),
      cell: ({ scopes }) => <span className="figure">{scopes.join(", ")}</span>,
    },
    { key: "made", head: t("apiKeys.madeAt"), cell: ({ createdAt }) => moment(createdAt) },
    {
      key: "used",
      head: t("apiKeys.lastUsed"),
      cell: ({ lastUsedAt }) => (lastUsedAt ? moment(lastUsedAt) : t("apiKeys.neverUsed")),
    },
    {
      key: "end",
      head: t("apiKeys.state"),
      cell: ({ id, name, revokedAt }) =>
        revokedAt ? (
          <Badge>{t("apiKeys.endedAt", { moment: moment(revokedAt) })}</Badge>
        ) : (
          <Form method="post">
            <input type="hidden" name="client" value={id} />
            <Button
              name="intent"
              value="end"
              look="danger"
              aria-label={t("apiKeys.endNamed", { name })}
            >
              {t("apiKeys.end")}
            </Button>
          </Form>
        ),
    },
  ];
  return (
    <Table caption={t("apiKeys.title")} columns={columns} rows={clients} rowKey={({ id }) => id} />
  );
}
