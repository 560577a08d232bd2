import { Link } from "@remix-run/react";
import type { Visit } from "#app/modules/garage/visit.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Stamp } from "#app/ui/stamp.tsx";
import { VisitDetail } from "./visit-detail.tsx";

interface CarVisitsProps {
  visits: Visit[];
  /** With what each cost, item by item. */
  detailed?: boolean;
}

/** A car's pages of the service booklet: a stamp for each visit, and what it brought. */
export function CarVisits({ visits, detailed = false }: CarVisitsProps) {
  const t = useT();
  const figures = useFigures();
  return (
    <ul className="border-t border-rule">
      {visits.map((visit) => (
        <li
          key={visit.orderId}
          className="grid grid-cols-[8rem_minmax(0,1fr)] items-start gap-x-3 border-b border-rule py-5 xs:grid-cols-[9rem_minmax(0,1fr)] xs:gap-x-6"
        >
          <div className="text-center">
            <Stamp
              day={figures.day(visit.settledAt)}
              reading={
                visit.odometerKm === null
                  ? undefined
                  : t("garage.km", { km: figures.points(visit.odometerKm) })
              }
            >
              {inLanguage(t.locale, visit.store)}
            </Stamp>
          </div>
          <div className="min-w-0">
            <h3>{t(`work.${visit.kind}`)}</h3>
            <p className="flex flex-wrap gap-x-4 text-[0.9375rem] text-ink-soft">
              <span>{t("garage.paid", { paid: figures.money(visit.paidMinor) })}</span>
              <span>{t("garage.order", { order: visit.orderNumber })}</span>
            </p>
            <Earned earned={visit.earned} />
            {detailed && <VisitDetail visit={visit} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Earned({ earned }: { earned: Visit["earned"] }) {
  const t = useT();
  const figures = useFigures();
  if ("reason" in earned) {
    return <p className="mt-1 text-[0.9375rem]">{t(`garage.nothing.${earned.reason}`)}</p>;
  }
  const points = { points: earned.points, change: figures.change(earned.points) };
  return (
    <p className="mt-1 font-semibold">
      <Link to={`/my/points/${earned.entryId}`}>
        {earned.pending ? t("garage.earnsPending", points) : t("garage.earned", points)}
      </Link>
    </p>
  );
}
