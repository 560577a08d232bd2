import type { Visit } from "#app/modules/garage/visit.ts";
import type { Reception } from "#app/modules/visits/load-receptions.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Receptions } from "#app/routes/visits/parts/receptions.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Section } from "#app/ui/page.tsx";
import { Plate } from "#app/ui/plate.tsx";
import { type Column, Table } from "#app/ui/table.tsx";

type MemberVisit = Visit & { plate: string | null };

interface MemberVisitsProps {
  visits: MemberVisit[];
  /** Recorded by the desk, and their orders have not come. */
  receptions: Reception[];
  /** Whoever looks may void one of these. */
  mayVoid: boolean;
  /** The club's day. */
  today: Day;
}

/** Visits that wait for their orders; then the last ones and what each earned, or why nothing. */
export function MemberVisits({ visits, receptions, today, mayVoid }: MemberVisitsProps) {
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
            {orderNumber} · <span className="whitespace-nowrap">{inLanguage(t.locale, store)}</span>
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
      {receptions.length > 0 && (
        <div className="mb-5">
          <Receptions receptions={receptions} today={today} mayVoid={mayVoid} />
        </div>
      )}
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
