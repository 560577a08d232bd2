import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { endHolding } from "#app/modules/garage/end-holding.server.ts";
import { SoldForm } from "#app/modules/garage/forms.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Named, named } from "#app/ui/named.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { EndDayInput } from "../parts/end-day-input.tsx";
import { readHeldCar } from "../parts/garage-request.server.ts";

/** Members: what it means that a car they hold is sold. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { car, today, t } = await readHeldCar(request, params);
  return { car, today, title: t("car.sold.title", { car: car.words }) };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Members: a car they hold is theirs no more. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { member, car } = await readHeldCar(request, params);
  const form = parseForm(await readFormFields(request), SoldForm);
  if (form.status !== "success") return data({ form: form.reply(), refused: null }, 400);
  const { day } = form.value;
  const ended = await endHolding({ memberId: member.id, carId: car.id, day, cause: "sold" });
  if (ended.ok) return redirect(`/my/garage/${car.id}?done=sold`);
  return data({ form: form.reply(), refused: ended }, 409);
}

export default function SoldCar() {
  const t = useT();
  const { car, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const here = `/my/garage/${car.id}`;
  return (
    <>
      <BackLink to={here}>{car.words}</BackLink>
      <PageHeader
        title={<Named>{t("car.sold.title", { car: named(car.words) })}</Named>}
        lead={t("car.sold.words")}
      />
      <Form method="post" className="grid max-w-xl gap-5">
        <EndDayInput label={t("car.sold.day")} today={today} answer={answer} />
        <div className="flex flex-wrap gap-3">
          <Button look="danger">{t("car.sold.submit")}</Button>
          <ButtonLink to={here} look="quiet">
            {t("car.keep")}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
