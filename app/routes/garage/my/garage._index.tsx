import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { loadGarage } from "#app/modules/garage/load-garage.server.ts";
import { loadGarageNews } from "#app/modules/garage/load-garage-news.server.ts";
import { withdrawCarClaim } from "#app/modules/garage/withdraw-car-claim.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { GarageDrawing } from "#app/ui/drawings/garage.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { GARAGE_DONE, GarageDone } from "../parts/garage-done.tsx";
import { GarageCars, OwnClaims, SharedCars } from "../parts/garage-lists.tsx";

/** Members: their own cars, those they asked for, and those they drive along with. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, t } = await readOwnerRequest(request);
  const [cars, news] = await Promise.all([
    loadGarage(db(), member.id),
    loadGarageNews(db(), member.id),
  ]);
  const done = noticeIn(request, GARAGE_DONE);
  return { cars, ...news, done, title: t("garage.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Members: take an open claim of their own back. */
export async function action({ request }: ActionFunctionArgs) {
  const { member } = await readOwnerRequest(request);
  const claimId = rowIdIn(String((await readFormFields(request)).get("withdraw")));
  const withdrawn = await withdrawCarClaim(db(), { memberId: member.id, claimId });
  if (!withdrawn) throw new Response("No such claim", { status: 404 });
  return redirect("/my/garage?done=withdrawn");
}

export default function Garage() {
  const t = useT();
  const { cars, claims, shared, done } = useLoaderData<typeof loader>();
  const isEmpty = cars.length + claims.length + shared.length === 0;
  const add = (
    <ButtonLink to="/my/garage/add" look={isEmpty ? "primary" : "quiet"}>
      {t("garage.add")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={t("garage.title")}
        lead={t("garage.lead")}
        actions={isEmpty ? undefined : add}
      />
      <GarageDone done={done} />
      {isEmpty && (
        <EmptyState drawing={<GarageDrawing />} action={add}>
          {t("garage.empty")}
        </EmptyState>
      )}
      <OwnClaims claims={claims} />
      <GarageCars cars={cars} />
      <SharedCars cars={shared} />
      {cars.length > 0 && (
        <p className="mt-10">
          <Link to="/my/claims">{t("my.missing")}</Link>
        </p>
      )}
    </>
  );
}
