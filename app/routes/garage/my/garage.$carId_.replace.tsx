import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Named, named } from "#app/ui/named.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { CarForm } from "../parts/car-form.tsx";
import { readHeldCar } from "../parts/garage-request.server.ts";
import { takeCarForm } from "../parts/register-car-request.server.ts";

/** Members: the form for the car that takes the place of one they hold. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { car, t } = await readHeldCar(request, params);
  return { car, title: t("car.replace.title", { car: car.words }) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Members: the car they hold ends and another begins in one act. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { member, car } = await readHeldCar(request, params);
  return takeCarForm(request, member, car.id);
}

export default function ReplaceCar() {
  const t = useT();
  const { car } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const here = `/my/garage/${car.id}`;
  return (
    <>
      <BackLink to={here}>{car.words}</BackLink>
      <PageHeader
        title={<Named>{t("car.replace.title", { car: named(car.words) })}</Named>}
        lead={t("car.replace.lead")}
      />
      <CarForm
        answer={answer}
        submitLabel={t("car.replace.submit")}
        beside={
          <ButtonLink to={here} look="quiet">
            {t("car.keep")}
          </ButtonLink>
        }
      />
    </>
  );
}
