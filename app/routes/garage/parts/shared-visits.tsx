import type { SharedCarPage } from "#app/modules/garage/load-shared-car.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Stamp } from "#app/ui/stamp.tsx";

/** A car's history as whoever drives along sees it: what was done, and nothing of money or points. */
export function SharedVisits({ visits }: { visits: SharedCarPage["visits"] }) {
  const t = useT();
  const figures = useFigures();
  if (visits.length === 0) {
    return <p className="border-y border-rule py-5">{t("car.shared.noVisits")}</p>;
  }
  return (
    <ul className="border-t border-rule">
      {visits.map(({ orderId, store, day, kind, odometerKm }) => (
        <li
          key={orderId}
          className="grid grid-cols-[8rem_minmax(0,1fr)] items-center gap-x-3 border-b border-rule py-5 xs:grid-cols-[9rem_minmax(0,1fr)] xs:gap-x-6"
        >
          <div className="text-center">
            <Stamp
              day={figures.calendarDay(day)}
              reading={
                odometerKm === null ? undefined : t("garage.km", { km: figures.points(odometerKm) })
              }
            >
              {inLanguage(t.locale, store)}
            </Stamp>
          </div>
          <h3>{t(`work.${kind}`)}</h3>
        </li>
      ))}
    </ul>
  );
}
