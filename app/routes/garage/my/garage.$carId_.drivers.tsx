import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { endCoDrive } from "#app/modules/garage/answer-invitation.server.ts";
import { InviteForm } from "#app/modules/garage/forms.ts";
import { inviteCoDriver } from "#app/modules/garage/invite-co-driver.server.ts";
import { loadCoDrivers } from "#app/modules/garage/load-co-drivers.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { formErrors } from "#app/site/form-errors.ts";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";
import { Named, named } from "#app/ui/named.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { CoDriverList } from "../parts/co-driver-list.tsx";
import { readHeldCar } from "../parts/garage-request.server.ts";

/** Members: who drives along with a car they hold. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, car, t } = await readHeldCar(request, params);
  return {
    car,
    drivers: await loadCoDrivers(db(), member.id, car.id),
    done: noticeIn(request, ["invited", "ended"]),
    title: t("car.drivers.title", { car: car.words }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Members: invite somebody to a car they hold, or end it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { member, car } = await readHeldCar(request, params);
  const here = `/my/garage/${car.id}/drivers`;
  const sent = await readFormFields(request);
  const ending = sent.get("end");
  if (ending !== null) {
    const coDriverId = rowIdIn(String(ending));
    const ended = await endCoDrive({ memberId: member.id, coDriverId });
    if (!ended) throw new Response("No such co-driver", { status: 404 });
    return redirect(`${here}?done=ended`);
  }
  const form = parseForm(sent, InviteForm);
  if (form.status !== "success") return data({ form: form.reply() }, 400);
  const { whom } = form.value;
  const ids = { memberId: member.id, personId: member.person.id, carId: car.id };
  const answer = await inviteCoDriver({ ...ids, whom });
  if (answer.ok) return redirect(`${here}?done=invited`);
  const reply = form.reply({ fieldErrors: { whom: [`car.drivers.refused.${answer.refusal}`] } });
  return data({ form: reply }, answer.refusal === "too-many-tries" ? 429 : 409);
}

export default function CoDrivers() {
  const t = useT();
  const { car, drivers, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <BackLink to={`/my/garage/${car.id}`}>{car.words}</BackLink>
      <PageHeader
        title={<Named>{t("car.drivers.title", { car: named(car.words) })}</Named>}
        lead={t("car.drivers.lead")}
      />
      {done && !answer && (
        <div className="mb-6">
          <Notice tone="ok">{t(`car.drivers.${done}`)}</Notice>
        </div>
      )}
      <CoDriverList drivers={drivers} />
      <Form method="post" className="mt-8 grid max-w-xl justify-items-start gap-5">
        <Input
          id="whom"
          name="whom"
          required
          maxLength={254}
          autoComplete="off"
          spellCheck={false}
          className="w-full"
          label={t("car.drivers.whom")}
          defaultValue={String(answer?.form.initialValue?.whom ?? "")}
          errors={formErrors(answer?.form, t).whom}
        />
        <Button>{t("car.drivers.invite")}</Button>
      </Form>
    </>
  );
}
