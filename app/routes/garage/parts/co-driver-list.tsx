import { Form } from "@remix-run/react";
import type { CoDriverListed } from "#app/modules/garage/load-co-drivers.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";

/** Who drives along, or was asked to, each with the button that ends it. */
export function CoDriverList({ drivers }: { drivers: CoDriverListed[] }) {
  const t = useT();
  const figures = useFigures();
  if (drivers.length === 0) {
    return <p className="border-y border-rule py-5">{t("car.drivers.none")}</p>;
  }
  return (
    <ul className="border-t border-rule">
      {drivers.map(({ id, name, number, invitedAt, acceptedAt }) => (
        <li
          key={id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-4"
        >
          <div className="min-w-0">
            <p className="font-semibold">
              {name && <bdi>{name} </bdi>}
              <span className="figure">{number}</span>
            </p>
            <p className="text-[0.9375rem] text-ink-soft">
              {acceptedAt
                ? t("car.drivers.since", { day: figures.day(acceptedAt) })
                : t("car.drivers.waiting", { day: figures.day(invitedAt) })}
            </p>
          </div>
          <Form method="post">
            <Button look="quiet" name="end" value={id}>
              {t(acceptedAt ? "car.drivers.end" : "car.drivers.takeBack")}
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
