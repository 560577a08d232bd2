import type { GarageCar } from "#app/modules/garage/load-garage.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Plate } from "#app/ui/plate.tsx";
import { useFigures } from "./use-figures.ts";

/** A car by its plate and model, how far it has gone, and when it is likely due. */
export function CarHead({ car, level = "h2" }: { car: GarageCar; level?: "h1" | "h2" }) {
  const t = useT();
  const figures = useFigures();
  const Heading = level;
  return (
    <div className="mb-4">
      <Heading className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {car.plate && <Plate>{car.plate}</Plate>}
        <bdi>{car.model ?? (car.plate ? null : t("garage.nameless"))}</bdi>
      </Heading>
      <div className="mt-2 text-ink-soft">
        {car.heldThrough && (
          <p>{t("garage.heldThrough", { day: figures.calendarDay(car.heldThrough) })}</p>
        )}
        {car.odometer && !car.heldThrough && (
          <p>
            {t("garage.odometer", {
              km: figures.points(car.odometer.km),
              day: figures.calendarDay(car.odometer.on),
            })}
          </p>
        )}
        {car.next && (
          <p>{t(`garage.next.${car.next.by}`, { day: figures.calendarDay(car.next.dueOn) })}</p>
        )}
      </div>
    </div>
  );
}
