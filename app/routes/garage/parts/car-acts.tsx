import { Form } from "@remix-run/react";
import type { GarageCar } from "#app/modules/garage/load-garage.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";

/** What can be done about a car: of one that is theirs, and of one that was. */
export function CarActs({ car }: { car: Pick<GarageCar, "id" | "heldThrough" | "endedByThem"> }) {
  const t = useT();
  const here = `/my/garage/${car.id}`;
  if (car.heldThrough !== null) {
    return car.endedByThem ? (
      <Form method="post" className="mb-8">
        <p className="mb-3 max-w-prose text-[0.9375rem] text-ink-soft">
          {t("garage.back.saleWhy")}
        </p>
        <Button look="quiet">{t("garage.back.sale")}</Button>
      </Form>
    ) : null;
  }
  return (
    <nav aria-label={t("garage.act")} className="mb-8 flex flex-wrap gap-2.5">
      <ButtonLink to={`${here}/odometer`} look="quiet">
        {t("garage.act.odometer")}
      </ButtonLink>
      <ButtonLink to={`${here}/drivers`} look="quiet">
        {t("garage.act.drivers")}
      </ButtonLink>
      <ButtonLink to={`${here}/replace`} look="quiet">
        {t("garage.act.replace")}
      </ButtonLink>
      <ButtonLink to={`${here}/sold`} look="quiet">
        {t("garage.act.sold")}
      </ButtonLink>
    </nav>
  );
}
