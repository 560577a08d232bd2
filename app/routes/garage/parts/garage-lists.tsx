import { Form, Link } from "@remix-run/react";
import type { GarageCar } from "#app/modules/garage/load-garage.server.ts";
import type { OwnClaim, SharedCar } from "#app/modules/garage/load-garage-news.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";
import { CarHead, CarTitle } from "./car-head.tsx";
import { CarVisits } from "./car-visits.tsx";

/** Cars that a member says are theirs, and how that stands. */
export function OwnClaims({ claims }: { claims: OwnClaim[] }) {
  const t = useT();
  const figures = useFigures();
  if (claims.length === 0) return null;

  function standing({ state, askedAt, decidedAt, reason }: OwnClaim): string {
    if (state === "open") return t("garage.claim.open", { day: figures.day(askedAt) });
    if (state === "refused") return t("garage.claim.refused", { reason: reason ?? "" });
    return t("garage.claim.granted", { day: figures.day(decidedAt ?? askedAt) });
  }
  return (
    <Section id="claims" title={t("garage.claims")} className="mb-12">
      <ul className="border-t border-rule">
        {claims.map((claim) => (
          <li
            key={claim.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-4"
          >
            <div className="min-w-0 flex-1 basis-64">
              <h3>
                <bdi>{claim.car}</bdi>
              </h3>
              <p className="break-words text-[0.9375rem] text-ink-soft">{standing(claim)}</p>
            </div>
            {claim.state === "open" && (
              <Form method="post" action="/my/garage?index">
                <Button look="quiet" name="withdraw" value={claim.id}>
                  {t("garage.claim.withdraw")}
                </Button>
              </Form>
            )}
            {claim.state === "refused" && (
              <ButtonLink to="/my/garage/add" look="quiet">
                {t("garage.claim.again")}
              </ButtonLink>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A member's cars with their latest visits, then those that were theirs. */
export function GarageCars({ cars }: { cars: GarageCar[] }) {
  const t = useT();
  const former = cars.filter((car) => car.heldThrough !== null);
  return (
    <>
      {cars
        .filter((car) => car.heldThrough === null)
        .map((car) => (
          <section key={car.id} className="mt-12 first-of-type:mt-0">
            <CarHead car={car} />
            {car.visits.length === 0 ? (
              <p className="border-y border-rule py-5">{t("garage.noVisits")}</p>
            ) : (
              <CarVisits visits={car.visits.slice(0, 3)} />
            )}
            <p className="mt-3">
              <Link to={`/my/garage/${car.id}`}>{t("garage.all")}</Link>
            </p>
          </section>
        ))}
      {former.length > 0 && (
        <Section id="former" title={t("garage.former")} className="mt-14">
          <ul className="border-t border-rule">
            {former.map((car) => (
              <li key={car.id} className="border-b border-rule py-4">
                <CarHead car={car} level="h3" />
                <Link to={`/my/garage/${car.id}`}>{t("garage.all")}</Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** Others' cars that a member drives along with, and invitations to. */
export function SharedCars({ cars }: { cars: SharedCar[] }) {
  const t = useT();
  if (cars.length === 0) return null;
  return (
    <Section id="shared" title={t("garage.shared")} className="mt-14">
      <ul className="border-t border-rule">
        {cars.map((car) => (
          <li
            key={car.coDriverId}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-4"
          >
            <div className="min-w-0">
              <CarTitle car={car} level="h3" />
              <p className="mt-1 text-ink-soft">
                {t(car.accepted ? "garage.shared.of" : "garage.shared.invited", {
                  holder: car.holder,
                })}
              </p>
            </div>
            {car.accepted ? (
              <Link to={`/my/garage/shared/${car.coDriverId}`}>{t("garage.shared.open")}</Link>
            ) : (
              <ButtonLink to={`/my/garage/shared/${car.coDriverId}`}>
                {t("garage.shared.answer")}
              </ButtonLink>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
