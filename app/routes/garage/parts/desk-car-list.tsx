import { Link } from "@remix-run/react";
import type { MemberCarsPage } from "#app/modules/garage/load-member-cars.server.ts";
import { isUnverifiedVin } from "#app/modules/vehicle/vin.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { Plate } from "#app/ui/plate.tsx";
import { type Column, Table } from "#app/ui/table.tsx";

/** What has just been done to a member's cars. */
interface DeskCarsNewsProps {
  done: "added" | "ended" | null;
  points: number;
  /** Points that a second person has to approve. */
  waits: number;
}

export function DeskCarsNews({ done, points, waits }: DeskCarsNewsProps) {
  const t = useT();
  if (!done) return null;
  return (
    <div className="mb-6">
      <Notice tone="ok">
        {done === "added" ? t("deskCars.member.added", { points }) : t("deskCars.member.ended")}
        {waits > 0 && ` ${t("deskCars.done.waits", { points: waits })}`}
      </Notice>
    </div>
  );
}

/** The cars a member holds, each with the way to end that, and their open claims. */
export function DeskCarList({ page }: { page: MemberCarsPage }) {
  const t = useT();
  const figures = useFigures();
  const unknown = <span className="text-ink-soft">{t("deskCars.unknown")}</span>;
  const columns: Column<MemberCarsPage["held"][number]>[] = [
    {
      key: "plate",
      head: t("deskCars.plate"),
      cell: ({ plate }) => (plate ? <Plate>{plate}</Plate> : unknown),
    },
    { key: "model", head: t("deskCars.model"), cell: ({ model }) => model ?? unknown },
    {
      key: "vin",
      head: t("deskCars.vin"),
      cell: ({ vin }) =>
        vin ? (
          <>
            <span className="figure break-all">{vin}</span>
            {isUnverifiedVin(vin) && (
              <span className="block text-[0.9375rem] text-ink-soft">
                {t("deskCars.vin.unverified")}
              </span>
            )}
          </>
        ) : (
          unknown
        ),
    },
    {
      key: "since",
      head: t("deskCars.member.since"),
      cell: ({ since }) => <span className="whitespace-nowrap">{figures.calendarDay(since)}</span>,
    },
    {
      key: "end",
      head: t("deskCars.member.end"),
      cell: ({ carId }) => <Link to={`?end=${carId}`}>{t("deskCars.member.end")}</Link>,
    },
  ];
  return (
    <>
      {page.held.length === 0 ? (
        <p className="border-y border-rule py-4">{t("deskCars.member.none")}</p>
      ) : (
        <Table
          caption={t("deskCars.member.title")}
          columns={columns}
          rows={page.held}
          rowKey={({ carId }) => carId}
        />
      )}
      {page.claims.length > 0 && (
        <Section id="claims" title={t("deskCars.member.claims")}>
          <ul>
            {page.claims.map(({ id, car }) => (
              <li key={id} className="py-1">
                <Link to={`/admin/cars/${id}`}>
                  <bdi>{car}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
