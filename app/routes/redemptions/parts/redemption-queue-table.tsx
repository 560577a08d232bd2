import { Link } from "@remix-run/react";
import type { QueuedRedemption } from "#app/modules/redemptions/load-redemption-queue.server.ts";
import type { QueueView } from "#app/modules/redemptions/redemption-queue.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { type Column, Table } from "#app/ui/table.tsx";
import { RedemptionStateBadge, RedemptionWarnings } from "./redemption-badges.tsx";
import { useBoth } from "./use-both.ts";

interface RedemptionQueueTableProps {
  redemptions: QueuedRedemption[];
  view: QueueView;
  /** Those that are laid out can be ticked; the form stands around the table. */
  choosable: boolean;
}

/** Redemptions of one page of the queue: what, whose, where, since when. */
export function RedemptionQueueTable({ redemptions, view, choosable }: RedemptionQueueTableProps) {
  const t = useT();
  const both = useBoth();
  const figures = useFigures();
  const what: Column<QueuedRedemption> = {
    key: "what",
    head: t("redemptions.desk.col.what"),
    cell: (row) => {
      const title = t("redemptions.desk.pieces", {
        title: both(row.title),
        quantity: row.quantity,
      });
      return (
        <span className="flex gap-3">
          {choosable && (
            <input
              type="checkbox"
              name="chosen"
              value={row.id}
              className="check"
              aria-label={t("redemptions.desk.choose", { title, name: row.memberName })}
            />
          )}
          <span className="min-w-0">
            <Link to={`/admin/redemptions/${row.id}`}>{title}</Link>
            <RedemptionWarnings {...row} />
          </span>
        </span>
      );
    },
  };
  const columns: Column<QueuedRedemption>[] = [
    what,
    {
      key: "member",
      head: t("redemptions.desk.col.member"),
      cell: ({ memberNumber, memberName }) => (
        <Link to={`/admin/members/${memberNumber}`}>
          <bdi>{memberName}</bdi> <span className="whitespace-nowrap">{memberNumber}</span>
        </Link>
      ),
    },
    {
      key: "since",
      head: t("redemptions.desk.col.since"),
      cell: ({ takenAt }) => <span className="whitespace-nowrap">{figures.day(takenAt)}</span>,
    },
  ];
  if (view === "waiting") {
    columns.push({
      key: "until",
      head: t("redemptions.desk.col.until"),
      cell: ({ collectBy }) =>
        collectBy && <span className="whitespace-nowrap">{figures.lastDay(collectBy)}</span>,
    });
  }
  if (view !== "to-ship" && view !== "on-its-way" && view !== "vouchers") {
    columns.push({
      key: "store",
      head: t("redemptions.desk.col.store"),
      cell: ({ store }) => (store ? both(store) : "–"),
    });
  }
  if (view === "lay-out" || view === "to-ship" || view === "short") {
    columns.push({
      key: "lies",
      head: t("redemptions.desk.col.lies"),
      cell: ({ liesAt }) => (liesAt ? both(liesAt) : t("redemptions.desk.storeRoom")),
    });
  }
  if (view === "ended" || view === "short") {
    columns.push({
      key: "state",
      head: t("redemptions.desk.col.state"),
      cell: ({ state }) => <RedemptionStateBadge state={state} />,
    });
  }
  return (
    <Table
      caption={t("redemptions.desk.title")}
      columns={columns}
      rows={redemptions}
      rowKey={({ id }) => id}
    />
  );
}
