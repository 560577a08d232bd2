import type { GarageCar } from "#app/modules/garage/load-garage.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Plate } from "#app/ui/plate.tsx";

interface CarTitleProps {
  car: Pick<GarageCar, "plate" | "model">;
  level?: "h1" | "h2" | "h3";
}

/** A car by its plate and model. */
export function CarTitle({ car, level = "h2" }: CarTitleProps) {
  const t = useT();
  const Heading = level;
  return (
    <Heading className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {car.plate && <Plate>{car.plate}</Plate>}
      <bdi className="min-w-0 break-words">
        {car.model ?? (car.plate ? null : t("garage.nameless"))}
      </bdi>
    </Heading>
  );
}

/** How far a car has gone, and when it is likely due. */
export function CarForecast({ car }: { car: Pick<GarageCar, "odometer" | "next"> }) {
  const t = useT();
  const figures = useFigures();
  const { odometer, next } = car;
  return (
    <>
      {odometer && (
        <p>
          {t("garage.odometer", {
            km: figures.points(odometer.km),
            day: figures.calendarDay(odometer.day),
          })}
        </p>
      )}
      {next && (
        <p>
          {t(`garage.next.${next.by}`, { day: figures.calendarDay(next.dueOn) })}
          {next.atKm !== null && (
            <span className="block">
              {t("garage.next.atKm", { km: figures.points(next.atKm) })}
            </span>
          )}
        </p>
      )}
    </>
  );
}

/** A car by its plate and model, how far it has gone, and when it is likely due. */
export function CarHead({ car, level }: { car: GarageCar; level?: "h1" | "h2" | "h3" }) {
  const t = useT();
  const figures = useFigures();
  return (
    <div className="mb-4">
      <CarTitle car={car} level={level} />
      <div className="mt-2 text-ink-soft">
        {car.heldThrough ? (
          <p>{t("garage.heldThrough", { day: figures.calendarDay(car.heldThrough) })}</p>
        ) : (
          <CarForecast car={car} />
        )}
      </div>
    </div>
  );
}
