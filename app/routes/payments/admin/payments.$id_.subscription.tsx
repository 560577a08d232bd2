import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { payables } from "#app/features.server.ts";
import { endRenewal } from "#app/modules/payments/end-renewal.server.ts";
import { EndRenewalForm } from "#app/modules/payments/forms.ts";
import { loadPayment } from "#app/modules/payments/load-payment.server.ts";
import { showRenewal } from "#app/modules/payments/payable.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { requireRecentAuthentication } from "#app/routes/shell/guards.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { formErrors } from "#app/site/form-errors.ts";
import { typedInto } from "#app/site/typed.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Textarea } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";

/** Finance and admins, with proof that it is them: what would be charged again, and the form to have that end. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, t } = await readStaffRequest(request, "payments.end-renewal");
  await requireRecentAuthentication(request);
  const payment = await loadPayment(db(), rowIdIn(params.id));
  if (!payment) throw new Response(null, { status: 404 });
  return {
    payment: { id: payment.id, title: payment.title },
    renewal: await showRenewal(db(), payables, payment),
    title: `${t("payments.endRenewal.title")} · ${inLanguage(locale, payment.title)}`,
  };
}

/** Finance and admins, with proof that it is them: has the subscription end. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "payments.end-renewal");
  await requireRecentAuthentication(request);
  const paymentId = rowIdIn(params.id);
  const form = parseForm(await readFormFields(request), EndRenewalForm);
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  const answer = await endRenewal({ paymentId, ...form.value }, actorOf(staff, context), payables);
  if (answer.ok) throw redirect(`/admin/payments/${paymentId}?done=renewal-ended`);
  const { refusal } = answer;
  if (refusal === "no-such-payment") throw new Response(null, { status: 404 });
  return data({ form: form.reply(), refusal }, refusal === "not-allowed" ? 403 : 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function EndRenewal() {
  const { t, locale } = useWords();
  const figures = useFigures();
  const pending = useNavigation().state === "submitting";
  const { payment, renewal } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const day = renewal ? figures.calendarDay(renewal.on) : "";
  const sum = renewal ? figures.moneyIn(renewal.amountMinor, renewal.currency) : "";
  const renews = renewal?.state === "renews";
  return (
    <div className="max-w-2xl">
      <BackLink to={`/admin/payments/${payment.id}`}>{inLanguage(locale, payment.title)}</BackLink>
      <PageHeader
        title={t("payments.endRenewal.title")}
        lead={renews ? t("payments.endRenewal.lead", { day, sum }) : undefined}
      />
      {answer?.refusal && (
        <Notice tone="refusal">
          {t(`payments.endRenewal.refused.${answer.refusal}`, { day })}
        </Notice>
      )}
      {renews ? (
        <Form method="post" className="mt-6 grid gap-5">
          <Textarea
            id="reason"
            name="reason"
            required
            maxLength={REASON_AT_MOST}
            rows={2}
            label={t("payments.refund.why")}
            hint={t("payments.endRenewal.why.hint")}
            defaultValue={typedInto(answer?.form, "reason")}
            errors={formErrors(answer?.form, t).reason}
          />
          <div>
            <Button look="danger" pending={pending}>
              {t("payments.endRenewal.title")}
            </Button>
          </div>
        </Form>
      ) : (
        !answer?.refusal && (
          <Notice tone="info">
            {renewal
              ? t(`payments.renewal.${renewal.state}`, { day, sum })
              : t("payments.endRenewal.refused.not-running")}
          </Notice>
        )
      )}
    </div>
  );
}
