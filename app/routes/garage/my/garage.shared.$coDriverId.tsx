import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { acceptInvitation, endCoDrive } from "#app/modules/garage/answer-invitation.server.ts";
import { loadSharedCar } from "#app/modules/garage/load-shared-car.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { Button } from "#app/ui/button.tsx";
import { BackLink, Section } from "#app/ui/page.tsx";
import { CarForecast, CarTitle } from "../parts/car-head.tsx";
import { SharedVisits } from "../parts/shared-visits.tsx";

/** Members: another's car that they drive along with, or are asked to. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, t } = await readOwnerRequest(request);
  const car = await loadSharedCar(db(), member.id, rowIdIn(params.coDriverId));
  if (!car) throw new Response("No such car", { status: 404 });
  return { car, title: t("garage.shared.of", { holder: car.holder }) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Members: say yes to an invitation of their own, or end it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { member } = await readOwnerRequest(request);
  const drive = { memberId: member.id, coDriverId: rowIdIn(params.coDriverId) };
  const accepts = (await readFormFields(request)).get("answer") === "accept";
  const done = accepts ? await acceptInvitation(drive) : await endCoDrive(drive);
  if (!done) throw new Response("No such car", { status: 404 });
  return redirect(accepts ? `/my/garage/shared/${drive.coDriverId}` : "/my/garage?done=declined");
}

export default function SharedCar() {
  const t = useT();
  const { car } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to="/my/garage">{t("garage.title")}</BackLink>
      <CarTitle car={car} level="h1" />
      <p className="mt-2 text-ink-soft">
        <bdi>{t("garage.shared.of", { holder: car.holder })}</bdi>
      </p>
      {car.accepted ? (
        <>
          <div className="mt-1 text-ink-soft">
            <CarForecast car={car} />
          </div>
          <Section id="history" title={t("car.shared.history")}>
            <SharedVisits visits={car.visits} />
          </Section>
        </>
      ) : (
        <p className="mt-6 max-w-prose">{t("car.shared.invited", { holder: car.holder })}</p>
      )}
      <Form method="post" className="mt-8 flex flex-wrap gap-3">
        {!car.accepted && (
          <Button name="answer" value="accept">
            {t("car.shared.accept")}
          </Button>
        )}
        <Button name="answer" value="end" look="quiet">
          {t(car.accepted ? "car.shared.leave" : "car.shared.decline")}
        </Button>
      </Form>
    </>
  );
}
