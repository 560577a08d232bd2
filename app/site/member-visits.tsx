import type { Visit } from "#app/modules/garage/visit.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Section } from "#app/ui/page.tsx";
import { Plate } from "#app/ui/plate.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { useFigures } from "./use-figures.ts";

type MemberVisit = Visit & { plate: string | null };

/** The last visits to the workshop and what each earned, or why it earned nothing. */
export function MemberVisits({ visits }: { visits: MemberVisit[] }) {
  const t = useT();
  const figures = useFigures();

  function earned({ earned: what }: MemberVisit) {
    if ("reason" in what) {
      return (
        <span className="whitespace-normal text-ink-soft">
          {t(`staff.visit.nothing.${what.reason}`)}
        </span>
      );
    }
    const points = figures.change(what.points);
    return what.pending ? t("staff.visit.pending", { points }) : points;
  }

  const columns: Column<MemberVisit>[] = [
    {
      key: "settled",
      head: t("staff.visit.settled"),
      cell: ({ settledAt }) => <span className="whitespace-nowrap">{figures.day(settledAt)}</span>,
    },
    {
      key: "work",
      head: t("staff.visit.kind"),
      cell: ({ kind, orderNumber, store }) => (
        <>
          {t(`staff.work.${kind}`)}
          <span className="block text-ink-soft">
            {orderNumber} · <span className="whitespace-nowrap">{store}</span>
          </span>
        </>
      ),
    },
    {
      key: "car",
      head: t("staff.visit.car"),
      cell: ({ plate, odometerKm }) => (
        <>
          {plate && <Plate>{plate}</Plate>}
          {odometerKm !== null && (
            <span className="mt-0.5 block text-ink-soft">
              {t("staff.visit.km", { km: figures.points(odometerKm) })}
            </span>
          )}
        </>
      ),
    },
    {
      key: "paid",
      head: t("staff.visit.paid"),
      number: true,
      cell: ({ paidMinor }) => figures.money(paidMinor),
    },
    { key: "points", head: t("staff.visit.points"), number: true, cell: earned },
  ];
  return (
    <Section id="visits" title={t("staff.member.visits")}>
      {visits.length === 0 ? (
        <p className="text-ink-soft">{t("staff.member.visits.none")}</p>
      ) : (
        <Table
          caption={t("staff.member.visits")}
          columns={columns}
          rows={visits}
          rowKey={(visit) => visit.orderId}
        />
      )}
    </Section>
  );
}
