import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { voidVisit } from "#app/modules/service/void-visit.server.ts";
import { loadVisitToVoid } from "#app/modules/visits/load-visit-to-void.server.ts";
import { VoidVisitForm } from "#app/modules/visits/visit-form.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { formErrors } from "#app/site/form-errors.ts";
import { typedInto } from "#app/site/typed.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Textarea } from "#app/ui/input.tsx";
import { type Fact, KeyValue } from "#app/ui/key-value.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";

/** The desk and admins: a visit that was recorded by mistake, and what goes with it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "visits.void");
  const visit = await loadVisitToVoid(db(), rowIdIn(params.id));
  if (!visit) throw new Response(null, { status: 404 });
  return { visit, title: t("desk.void.title") };
}

/** The desk and admins: voids it, with a reason. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "visits.void");
  const receptionId = rowIdIn(params.id);
  const form = parseForm(await readFormFields(request), VoidVisitForm);
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  const { reason } = form.value;
  const answer = await voidVisit({ receptionId, reason, ...actorOf(staff, context) });
  if (answer.ok) return redirect(`/admin/members/${answer.number}#visits`);
  if (answer.refusal === "no-such-visit") throw new Response(null, { status: 404 });
  return data({ form: form.reply(), refusal: answer.refusal }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded && `${loaded.title} · ${loaded.visit.name}` },
];

export default function VoidVisit() {
  const t = useT();
  const figures = useFigures();
  const { visit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const pending = useNavigation().state === "submitting";
  const { number, name, points, voidReason } = visit;
  const back = `/admin/members/${number}#visits`;
  const facts: (Fact | false)[] = [
    { label: t("desk.reception.day"), value: figures.calendarDay(visit.day) },
    { label: t("desk.visit.store"), value: inLanguage(t.locale, visit.store) },
    visit.plate !== null && { label: t("staff.visit.car"), value: visit.plate },
    visit.odometerKm !== null && {
      label: t("desk.visit.odometer"),
      value: figures.points(visit.odometerKm),
    },
    visit.orderNumber !== null && { label: t("desk.reception.order"), value: visit.orderNumber },
    points !== null && { label: t("desk.void.points"), value: figures.change(-points) },
    visit.recordedBy !== null && { label: t("desk.void.recordedBy"), value: visit.recordedBy },
  ];
  return (
    <div className="max-w-2xl">
      <BackLink to={back}>
        <bdi>{name}</bdi>&nbsp;<span className="figure">{number}</span>
      </BackLink>
      <PageHeader title={t("desk.void.title")} lead={t("desk.void.lead")} />
      {(answer?.refusal || voidReason !== null) && (
        <div className="mb-6">
          <Notice tone="refusal">{t("desk.void.already", { reason: voidReason ?? "" })}</Notice>
        </div>
      )}
      <KeyValue facts={facts.filter((fact) => fact !== false)} />
      {voidReason === null && (
        <Form method="post" className="mt-7 grid gap-5">
          <Textarea
            id="reason"
            name="reason"
            required
            maxLength={REASON_AT_MOST}
            rows={2}
            label={t("desk.void.reason")}
            hint={t("desk.void.reason.hint")}
            defaultValue={typedInto(answer?.form, "reason")}
            errors={formErrors(answer?.form, t).reason}
          />
          <div className="flex flex-wrap gap-3">
            <Button look="danger" pending={pending}>
              {t("desk.void.send")}
            </Button>
            <ButtonLink to={back} look="quiet">
              {t("desk.void.leaveIt")}
            </ButtonLink>
          </div>
        </Form>
      )}
    </div>
  );
}
