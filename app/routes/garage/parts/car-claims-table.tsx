import { Link } from "@remix-run/react";
import type { ClaimListed } from "#app/modules/garage/list-car-claims.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { type Column, Table } from "#app/ui/table.tsx";

interface CarClaimsTableProps {
  claims: ClaimListed[];
  /** In milliseconds: how old a claim is is told as of then. */
  now: number;
}

/** The queue of claims, each with its age. */
export function CarClaimsTable({ claims, now }: CarClaimsTableProps) {
  const t = useT();
  const columns: Column<ClaimListed>[] = [
    {
      key: "car",
      head: t("deskCars.car"),
      cell: ({ id, car }) => (
        <Link to={`/admin/cars/${id}`} className="break-words">
          <bdi>{car}</bdi>
        </Link>
      ),
    },
    {
      key: "member",
      head: t("deskCars.member"),
      cell: ({ memberName, memberNumber }) => (
        <>
          <bdi>{memberName}</bdi> <span className="figure text-ink-soft">{memberNumber}</span>
        </>
      ),
    },
    {
      key: "holder",
      head: t("deskCars.holder"),
      cell: ({ isHeld }) => (
        <Badge tone={isHeld ? "warn" : "plain"}>
          {t(isHeld ? "deskCars.held" : "deskCars.free")}
        </Badge>
      ),
    },
    {
      key: "age",
      head: t("deskCars.age"),
      cell: ({ askedAt }) =>
        t("deskCars.days", { days: Math.floor((now - Date.parse(askedAt)) / 86_400_000) }),
    },
  ];
  return (
    <Table
      caption={t("deskCars.title")}
      columns={columns}
      rows={claims}
      rowKey={(claim) => claim.id}
    />
  );
}
