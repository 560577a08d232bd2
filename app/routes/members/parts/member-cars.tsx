import { Link } from "@remix-run/react";
import type { CarHeld } from "#app/modules/members/load-member-page.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Section } from "#app/ui/page.tsx";
import { Plate } from "#app/ui/plate.tsx";
import { type Column, Table } from "#app/ui/table.tsx";

/** The cars a member holds, then those they held. */
export function MemberCars({ cars }: { cars: CarHeld[] }) {
  const t = useT();
  const figures = useFigures();
  const unknown = <span className="text-ink-soft">{t("staff.car.unknown")}</span>;
  const columns: Column<CarHeld>[] = [
    {
      key: "plate",
      head: t("staff.car.plate"),
      cell: ({ plate }) => (plate ? <Plate>{plate}</Plate> : unknown),
    },
    { key: "model", head: t("staff.car.model"), cell: ({ model }) => model ?? unknown },
    {
      key: "vin",
      head: t("staff.car.vin"),
      cell: ({ vin }) =>
        vin ? (
          <span className="figure break-all min-[44rem]:whitespace-nowrap">{vin}</span>
        ) : (
          unknown
        ),
    },
    {
      key: "held",
      head: t("staff.car.held"),
      cell: ({ since, until, holder, next }) => (
        <>
          {until
            ? t("staff.car.between", { from: figures.day(since), until: figures.lastDay(until) })
            : t(holder ? "desk.car.drives" : "staff.car.since", { day: figures.day(since) })}
          {holder && (
            <span className="block">
              <Link to={`/admin/members/${holder.number}`}>
                {t("desk.car.of", { holder: holder.name })}
              </Link>
            </span>
          )}
          {next && (
            <span className="block text-ink-soft">
              {t("desk.car.due", { day: figures.calendarDay(next.dueOn) })}
            </span>
          )}
        </>
      ),
    },
  ];
  return (
    <Section id="cars" title={t("staff.member.cars")}>
      {cars.length === 0 ? (
        <p className="text-ink-soft">{t("staff.member.cars.none")}</p>
      ) : (
        <Table
          caption={t("staff.member.cars")}
          columns={columns}
          rows={cars}
          rowKey={(car) => `${car.id} ${car.since}`}
        />
      )}
    </Section>
  );
}
