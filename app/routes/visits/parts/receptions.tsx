import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Reception } from "#app/modules/visits/load-receptions.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
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
  /** Whoever looks may void one. */
  mayVoid: boolean;
}

/** Visits as the desk recorded them, with whether the workshop's order has come. */
export function Receptions({ receptions, today, withMembers = false, mayVoid }: ReceptionsProps) {
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
    cell: (visit) => (
      <Struck when={visit.voidReason !== null}>
        {visit.day === today ? t("desk.reception.today") : figures.calendarDay(visit.day)}
      </Struck>
    ),
  };
  const columns: Column<Reception>[] = [
    withMembers ? member : day,
    {
      key: "store",
      head: t("desk.visit.store"),
      cell: ({ store, voidReason }) => (
        <Struck when={voidReason !== null}>{inLanguage(locale, store)}</Struck>
      ),
    },
    {
      key: "car",
      head: t("staff.visit.car"),
      cell: ({ plate, odometerKm, voidReason }) => (
        <>
          {plate ? (
            <Plate>{plate}</Plate>
          ) : (
            <span className="text-ink-soft">{t("staff.none")}</span>
          )}
          {odometerKm !== null && (
            <span className="mt-0.5 block text-ink-soft">
              <Struck when={voidReason !== null}>
                {t("staff.visit.km", { km: figures.points(odometerKm) })}
              </Struck>
            </span>
          )}
        </>
      ),
    },
    {
      key: "order",
      head: t("desk.reception.order"),
      cell: ({ id, orderNumber, hasOrder, waits, note, voidReason }) => (
        <>
          {orderNumber && (
            <Struck when={voidReason !== null}>
              <span className="figure mr-2">{orderNumber}</span>
            </Struck>
          )}
          {voidReason === null ? (
            <Badge tone={hasOrder ? "ok" : waits ? "warn" : "plain"}>
              {t(
                hasOrder
                  ? "desk.reception.ordered"
                  : waits
                    ? "desk.reception.waits"
                    : "desk.reception.open",
              )}
            </Badge>
          ) : (
            <Badge tone="refusal">{t("desk.reception.void")}</Badge>
          )}
          {mayVoid && voidReason === null && (
            <Link
              to={`/admin/visits/${id}/void`}
              className="ml-3 whitespace-nowrap text-accent underline"
            >
              {t("desk.reception.voidIt")}
            </Link>
          )}
          {voidReason !== null && (
            <span className="mt-0.5 block whitespace-normal text-ink-soft">{voidReason}</span>
          )}
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

/** What is void stays to be read, and is seen to count no more. */
function Struck({ when, children }: { when: boolean; children: ReactNode }) {
  return when ? <s className="text-ink-soft">{children}</s> : children;
}
