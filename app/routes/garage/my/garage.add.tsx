import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { CarForm } from "../parts/car-form.tsx";
import { takeCarForm } from "../parts/register-car-request.server.ts";

/** Members: the form for a car of their own. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readOwnerRequest(request);
  return { title: t("car.add.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Members: the car comes into their own garage, or to the desk. */
export async function action({ request }: ActionFunctionArgs) {
  const { member } = await readOwnerRequest(request);
  return takeCarForm(request, member, null);
}

export default function AddCar() {
  const t = useT();
  const answer = useActionData<typeof action>();
  return (
    <>
      <BackLink to="/my/garage">{t("garage.title")}</BackLink>
      <PageHeader title={t("car.add.title")} lead={t("car.add.lead")} />
      <CarForm answer={answer} submitLabel={t("car.add.submit")} />
    </>
  );
}
