import { Link } from "@remix-run/react";
import type { EndpointShown } from "#app/modules/webhooks/load-endpoints.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { RoadAheadDrawing } from "#app/ui/drawings/road-ahead.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { EndpointState } from "./endpoint-state.tsx";

/** The programs that are told what happens, each with what waits for it and what did not get through. */
export function EndpointsTable({ endpoints }: { endpoints: EndpointShown[] }) {
  const t = useT();
  const figures = useFigures();
  if (endpoints.length === 0) {
    return <EmptyState drawing={<RoadAheadDrawing />}>{t("webhooks.none")}</EmptyState>;
  }
  const columns: Column<EndpointShown>[] = [
    {
      key: "description",
      head: t("webhooks.description"),
      cell: ({ id, description }) => (
        <Link
          to={`/admin/webhooks/${id}`}
          className="text-accent underline [overflow-wrap:anywhere]"
        >
          {description}
        </Link>
      ),
    },
    {
      key: "host",
      head: t("webhooks.host"),
      cell: ({ url }) => (
        <span className="figure [overflow-wrap:anywhere]">{new URL(url).host}</span>
      ),
    },
    {
      key: "state",
      head: t("webhooks.state"),
      cell: (endpoint) => <EndpointState endpoint={endpoint} />,
    },
    {
      key: "waiting",
      head: t("webhooks.waiting"),
      number: true,
      cell: ({ waiting }) => figures.points(waiting),
    },
    {
      key: "failed",
      head: t("webhooks.failed"),
      number: true,
      cell: ({ failed }) => figures.points(failed),
    },
  ];
  return (
    <Table
      caption={t("webhooks.title")}
      columns={columns}
      rows={endpoints}
      rowKey={({ id }) => id}
    />
  );
}
