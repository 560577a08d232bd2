import { Link } from "@remix-run/react";
import type { QueuedClaim } from "#app/modules/claims/load-claim-queue.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { ClaimBadge } from "./claim-badge.tsx";
import { ClaimSubject } from "./claim-subject.tsx";

/** The claims of one page of the queue: what is missed, whose, and by when. */
export function ClaimQueueTable({ claims }: { claims: QueuedClaim[] }) {
  const t = useT();
  const figures = useFigures();
  const columns: Column<QueuedClaim>[] = [
    {
      key: "about",
      head: t("claims.desk.col.about"),
      cell: (claim) => (
        <>
          <span className="break-words">
            <Link to={`/admin/claims/${claim.id}`}>
              <ClaimSubject claim={claim} />
            </Link>
          </span>
          <span className="mt-0.5 flex flex-wrap gap-1.5">
            {claim.arrived && <Badge tone="ok">{t("claims.desk.arrived")}</Badge>}
            {claim.hasPhoto && <Badge>{t("claims.desk.photo")}</Badge>}
          </span>
        </>
      ),
    },
    {
      key: "member",
      head: t("claims.desk.col.member"),
      cell: ({ memberNumber, memberName }) => (
        <Link to={`/admin/members/${memberNumber}`}>
          <bdi>{memberName}</bdi> <span className="whitespace-nowrap">{memberNumber}</span>
        </Link>
      ),
    },
    {
      key: "filed",
      head: t("claims.desk.col.filed"),
      cell: ({ filedAt }) => <span className="whitespace-nowrap">{figures.day(filedAt)}</span>,
    },
    {
      key: "due",
      head: t("claims.desk.col.due"),
      cell: (claim) => (
        <span className="inline-flex flex-wrap items-center gap-1.5">
          <span className="whitespace-nowrap">{figures.lastDay(claim.dueAt)}</span>
          {claim.overdue && <Badge tone="refusal">{t("claims.desk.overdue")}</Badge>}
        </span>
      ),
    },
    {
      key: "who",
      head: t("claims.desk.col.who"),
      cell: ({ lookedAfterBy }) =>
        lookedAfterBy ?? <span className="text-ink-soft">{t("claims.desk.nobody")}</span>,
    },
    {
      key: "state",
      head: t("claims.desk.col.state"),
      cell: (claim) => <ClaimBadge claim={claim} />,
    },
  ];
  return (
    <Table
      caption={t("claims.desk.title")}
      columns={columns}
      rows={claims}
      rowKey={({ id }) => id}
    />
  );
}
