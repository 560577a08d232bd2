import { Link } from "@remix-run/react";
import type { Reception } from "#app/modules/service/load-receptions.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Plate } from "#app/ui/plate.tsx";
import { type Column, Table } from "#app/ui/table.tsx";

interface ReceptionsProps {
  receptions: Reception[];
  /** The club's day. */
  today: Day;
  /** Whose they are; left out on a member's own page. */
  withMembers?: boolean;
}

/** Visits as the desk recorded them, with whether the workshop's order has come. */
export function Receptions({ receptions, today, withMembers = false }: ReceptionsProps) {
  const { t, locale } = useWords();
  const figures = useFigures();
  const member: Column<Reception> = {
    key: "member",
    head: t("staff.column.member"),
    cell: ({ member: { number, name } }) => (
      <Link to={`/admin/members/${number}`} prefetch="intent">
        <bdi>{name}</bdi>
      </Link>
    ),
  };
  const day: Column<Reception> = {
    key: "day",
    head: t("desk.reception.day"),
    cell: (visit) =>
      visit.day === today ? t("desk.reception.today") : figures.calendarDay(visit.day),
  };
  const columns: Column<Reception>[] = [
    withMembers ? member : day,
    {
      key: "store",
      head: t("desk.visit.store"),
      cell: ({ store, storeEn }) => (locale === "en" && storeEn) || store,
    },
    {
      key: "car",
      head: t("staff.visit.car"),
      cell: ({ plate, odometerKm }) => (
        <>
          {plate ? (
            <Plate>{plate}</Plate>
          ) : (
            <span className="text-ink-soft">{t("staff.none")}</span>
          )}
          {odometerKm !== null && (
            <span className="mt-0.5 block text-ink-soft">
              {t("staff.visit.km", { km: figures.points(odometerKm) })}
            </span>
          )}
        </>
      ),
    },
    {
      key: "order",
      head: t("desk.reception.order"),
      cell: ({ orderNumber, hasOrder, note }) => (
        <>
          {orderNumber && <span className="figure mr-2">{orderNumber}</span>}
          <Badge tone={hasOrder ? "ok" : "plain"}>
            {t(hasOrder ? "desk.reception.ordered" : "desk.reception.open")}
          </Badge>
          {note && <span className="mt-0.5 block whitespace-normal text-ink-soft">{note}</span>}
        </>
      ),
    },
  ];
  return (
    <Table
      caption={t("desk.receptions")}
      columns={columns}
      rows={receptions}
      rowKey={(visit) => visit.id}
    />
  );
}
