import type { LoggedReading } from "#app/modules/garage/load-readings.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { type Column, Table } from "#app/ui/table.tsx";

/** What the odometer said, the latest first. */
export function OdometerLog({ log }: { log: LoggedReading[] }) {
  const t = useT();
  const figures = useFigures();
  if (log.length === 0) return <p className="text-ink-soft">{t("car.odo.empty")}</p>;
  const columns: Column<LoggedReading>[] = [
    {
      key: "day",
      head: t("car.odo.day.head"),
      cell: ({ day }) => figures.calendarDay(day),
    },
    {
      key: "km",
      head: t("car.odo.km.head"),
      number: true,
      cell: ({ km }) => t("garage.km", { km: figures.points(km) }),
    },
    {
      key: "source",
      head: t("car.odo.source.head"),
      cell: ({ source }) => t(`car.odo.source.${source}`),
    },
  ];
  return (
    <Table
      caption={t("car.odo.log.table")}
      narrow="scroll"
      columns={columns}
      rows={log}
      rowKey={({ day, km, source }) => `${day} ${km} ${source}`}
    />
  );
}
