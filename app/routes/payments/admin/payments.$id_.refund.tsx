import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { payables } from "#app/features.server.ts";
import { previewMark, RefundPaymentForm } from "#app/modules/payments/forms.ts";
import { loadPayment } from "#app/modules/payments/load-payment.server.ts";
import { previewRenewal, previewTakeBack } from "#app/modules/payments/payable.ts";
import { refundAtCounter, refundOnline } from "#app/modules/payments/refund-payment.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { readMinor } from "#app/platform/typed-number.ts";
import { minorDigits } from "#app/platform/words/format.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { readCounter } from "#app/routes/shell/counter-request.server.ts";
import { requireRecentAuthentication } from "#app/routes/shell/guards.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { RefundForm } from "../parts/refund-form.tsx";

/** Finance, with proof that it is them: what can be given back of a payment, and the form to do it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff, locale, t } = await readStaffRequest(request, "payments.refund");
  await requireRecentAuthentication(request);
  const payment = await loadPayment(db(), rowIdIn(params.id));
  if (!payment) throw new Response(null, { status: 404 });
  return {
    payment,
    takeBack: await previewTakeBack(db(), payables, payment),
    renewal: await previewRenewal(db(), payables, payment),
    counter: await readCounter(request, staff.id),
    requestKey: crypto.randomUUID(),
    title: `${t("payments.refund.title")} · ${inLanguage(locale, payment.title)}`,
  };
}

/** Finance, with proof that it is them: shows what a refund would do, and once that was seen does it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "payments.refund");
  await requireRecentAuthentication(request);
  const paymentId = rowIdIn(params.id);
  const form = parseForm(await readFormFields(request), RefundPaymentForm);
  const nothing = { refusal: null, left: null, preview: null };
  if (form.status !== "success") return data({ form: form.reply(), ...nothing }, 400);
  const payment = await loadPayment(db(), paymentId);
  if (!payment) throw new Response(null, { status: 404 });
  const { sum, seen, takeBack, endRenewal, store: storeId, ...how } = form.value;
  const amountMinor = readMinor(sum, minorDigits(payment.currency));
  if (!amountMinor) {
    const wrong = form.reply({ fieldErrors: { sum: ["payments.error.sum"] } });
    return data({ form: wrong, ...nothing }, 400);
  }
  const preview = { amountMinor, takeBack, endRenewal, method: how.method };
  if (seen !== previewMark(preview) && amountMinor <= payment.refundableMinor) {
    return data({ form: form.reply(), ...nothing, preview });
  }
  const { method, receiptNumber, ...why } = how;
  const wanted = { paymentId, amountMinor, takeBack, endRenewal, ...why };
  const actor = actorOf(staff, context);
  const answer =
    method === "stripe"
      ? await refundOnline(wanted, actor, payables)
      : await refundAtCounter({ ...wanted, method, receiptNumber, storeId }, actor, payables);
  if (answer.ok) throw redirect(`/admin/payments/${paymentId}?done=refunded`);
  const { refusal } = answer;
  const left = refusal === "more-than-left" ? answer.left : null;
  const forbidden = refusal === "not-allowed" || refusal === "own-payment";
  return data({ form: form.reply(), refusal, left, preview: null }, forbidden ? 403 : 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function Refund() {
  const { t, locale } = useWords();
  const figures = useFigures();
  const { payment, takeBack, renewal, counter, requestKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { currency, refundableMinor } = payment;
  const money = (minor: number) => figures.moneyIn(minor, currency);
  return (
    <div className="max-w-2xl">
      <BackLink to={`/admin/payments/${payment.id}`}>{inLanguage(locale, payment.title)}</BackLink>
      <PageHeader
        title={t("payments.refund.title")}
        lead={t("payments.refund.lead", {
          paid: money(payment.amountMinor),
          left: money(refundableMinor),
        })}
      />
      {answer?.refusal && (
        <Notice tone="refusal">
          {t(`payments.refund.refused.${answer.refusal}`, { left: money(answer.left ?? 0) })}
        </Notice>
      )}
      {refundableMinor === 0 || payment.disputed ? (
        <Notice tone="info">
          {payment.disputed
            ? t("payments.refund.refused.in-dispute")
            : t("payments.refund.nothingLeft")}
        </Notice>
      ) : (
        <RefundForm
          payment={payment}
          takeBack={takeBack}
          renewal={renewal}
          counter={counter}
          requestKey={requestKey}
          reply={answer?.form}
          preview={answer?.preview ?? null}
        />
      )}
    </div>
  );
}
