import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listCarClaims } from "#app/modules/garage/list-car-claims.server.ts";
import { db } from "#app/platform/db.server.ts";
import { OptionalRowId } from "#app/platform/row-id.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { GarageDrawing } from "#app/ui/drawings/garage.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { CarClaimsTable } from "../parts/car-claims-table.tsx";

/** The desk and admins: the claims of cars that wait. `?after=` is the claim above the page. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "cars.confirm");
  const after = OptionalRowId.parse(new URL(request.url).searchParams.get("after"));
  return { ...(await listCarClaims(db(), after)), title: t("deskCars.title"), now: Date.now() };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function CarClaims() {
  const t = useT();
  const { claims, next, now } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("deskCars.title")} lead={t("deskCars.lead")} />
      {claims.length === 0 ? (
        <EmptyState drawing={<GarageDrawing />}>{t("deskCars.empty")}</EmptyState>
      ) : (
        <CarClaimsTable claims={claims} now={now} />
      )}
      <Pager
        label={t("deskCars.pages")}
        older={
          next === null ? undefined : { to: `/admin/cars?after=${next}`, label: t("deskCars.more") }
        }
      />
    </>
  );
}
