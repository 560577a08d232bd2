import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { loadGarage } from "#app/modules/garage/load-garage.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { CarHead } from "#app/site/car-head.tsx";
import { CarVisits } from "#app/site/car-visits.tsx";
import { GarageDrawing } from "#app/ui/drawings/garage.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { readOwnerRequest } from "./owner-request.server.ts";

/** Members: their own cars, and what was done to them while they were theirs. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, t } = await readOwnerRequest(request);
  return { cars: await loadGarage(db(), member.id), title: t("garage.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Garage() {
  const t = useT();
  const { cars } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("garage.title")} lead={t("garage.lead")} />
      {cars.length === 0 && (
        <EmptyState drawing={<GarageDrawing />}>{t("garage.empty")}</EmptyState>
      )}
      {cars.map((car) => (
        <section key={car.id} className="mt-12 first-of-type:mt-0">
          <CarHead car={car} />
          {car.visits.length === 0 ? (
            <p className="border-y border-rule py-5">{t("garage.noVisits")}</p>
          ) : (
            <CarVisits visits={car.visits} />
          )}
          {car.more && (
            <p className="mt-3">
              <Link to={`/my/garage/${car.id}`}>{t("garage.all")}</Link>
            </p>
          )}
        </section>
      ))}
      {cars.length > 0 && (
        <p className="mt-10">
          <Link to="/my/claims">{t("my.missing")}</Link>
        </p>
      )}
    </div>
  );
}
