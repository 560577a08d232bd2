import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { payables } from "#app/features.server.ts";
import { endCheckout } from "#app/modules/payments/end-checkout.server.ts";
import { RecordPaymentForm } from "#app/modules/payments/forms.ts";
import { loadCheckout } from "#app/modules/payments/load-checkout.server.ts";
import { loadPayment } from "#app/modules/payments/load-payment.server.ts";
import { type RenewalShown, showRenewal, staffPageOf } from "#app/modules/payments/payable.ts";
import { recordAtCounter } from "#app/modules/payments/record-at-counter.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { readCounter } from "#app/routes/shell/counter-request.server.ts";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { PaymentFactList } from "../parts/payment-facts.tsx";
import { RecordForm } from "../parts/record-form.tsx";
import { RefundsList } from "../parts/refunds-list.tsx";

/** Whoever takes money, finance and admins: a payment, and while it is owed the form to take it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff, locale, may } = await readStaffRequest(request, "payments.see");
  const payment = await loadPayment(db(), rowIdIn(params.id));
  if (!payment) throw new Response(null, { status: 404 });
  return {
    payment,
    counter: await readCounter(request, staff.id),
    checkout: payment.state === "open" ? await loadCheckout(db(), payment.id) : null,
    own: payment.member.personId === staff.id,
    renewal: await showRenewal(db(), payables, payment),
    mayRefund: may("payments.refund"),
    mayEndRenewal: may("payments.end-renewal"),
    page: staffPageOf(payables, payment, may),
    done: noticeIn(request, ["recorded", "refunded", "renewal-ended"]),
    requestKey: crypto.randomUUID(),
    title: `${inLanguage(locale, payment.title)} · ${payment.member.number}`,
  };
}

/** Whoever takes money: notes that it was paid at a counter. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "payments.record");
  const paymentId = rowIdIn(params.id);
  const form = parseForm(await readFormFields(request), RecordPaymentForm);
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  const { amount: amountMinor, store: storeId, ...how } = form.value;
  const taken = { paymentId, amountMinor, storeId, ...how };
  // Whoever is paying online at this moment is stopped there first; where Stripe is away the counter goes on.
  const online = await endCheckout(paymentId, payables);
  if (online === "processing") return data({ form: form.reply(), refusal: online }, 409);
  const answer = await recordAtCounter(taken, actorOf(staff, context), payables);
  if (answer.ok) throw redirect(`/admin/payments/${paymentId}?done=recorded`);
  const { refusal } = answer;
  if (refusal === "no-such-payment") throw new Response(null, { status: 404 });
  const forbidden = refusal === "not-allowed" || refusal === "own-payment";
  return data({ form: form.reply(), refusal }, forbidden ? 403 : 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function Payment() {
  const { t, locale } = useWords();
  const figures = useFigures();
  const { payment, checkout, counter, own, renewal, page, done, requestKey, ...can } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { member, state, receipt } = payment;
  const title = inLanguage(locale, payment.title);
  const renewalWords = ({ state, on, amountMinor, currency }: RenewalShown) =>
    t(`payments.renewal.${state}`, {
      day: figures.calendarDay(on),
      sum: figures.moneyIn(amountMinor, currency),
    });
  return (
    <div className="max-w-3xl">
      <BackLink to="/admin/payments">{t("payments.list.title")}</BackLink>
      <PageHeader
        title={title}
        lead={receipt ? t("payments.receipt.number", { receipt }) : undefined}
      />
      {!answer && done && <Notice tone="ok">{t(`payments.done.${done}`)}</Notice>}
      {answer?.refusal && (
        <Notice tone="refusal">{t(`payments.record.refused.${answer.refusal}`)}</Notice>
      )}
      <div className="mt-6">
        <PaymentFactList
          payment={payment}
          more={[
            {
              label: t("payments.who"),
              value: (
                <Link to={`/admin/members/${member.number}`}>
                  <bdi>{member.name}</bdi> {member.number}
                </Link>
              ),
            },
            ...(page ? [{ label: t("payments.for"), value: <Link to={page}>{title}</Link> }] : []),
            ...(payment.recordedBy
              ? [{ label: t("payments.closing.clerk"), value: payment.recordedBy }]
              : []),
            ...(renewal ? [{ label: t("payments.renewal"), value: renewalWords(renewal) }] : []),
          ]}
        />
      </div>
      {state === "open" && (
        <Section id="record" title={t("payments.record.title")}>
          <div className="mb-5 grid gap-3 empty:hidden">
            {checkout && (
              <Notice tone="warn" announce={false}>
                {checkout.state === "processing"
                  ? t("payments.record.refused.processing")
                  : t("payments.record.online", { moment: figures.moment(checkout.expiresAt) })}
              </Notice>
            )}
            {payment.overdue && <Notice tone="warn">{t("payments.record.overdue")}</Notice>}
          </div>
          {own ? (
            <Notice tone="warn">{t("payments.record.refused.own-payment")}</Notice>
          ) : (
            <RecordForm
              key={answer ? "again" : requestKey}
              payment={payment}
              counter={counter}
              requestKey={requestKey}
              reply={answer?.form}
            />
          )}
        </Section>
      )}
      {payment.refunds.length > 0 && (
        <Section id="refunds" title={t("payments.refunds")}>
          <RefundsList payment={payment} staff />
        </Section>
      )}
      <div className="mt-7 flex flex-wrap gap-3 empty:hidden">
        {can.mayRefund && payment.refundableMinor > 0 && (
          <ButtonLink to={`/admin/payments/${payment.id}/refund`} look="quiet">
            {t("payments.refund.title")}
          </ButtonLink>
        )}
        {can.mayEndRenewal && renewal?.state === "renews" && (
          <ButtonLink to={`/admin/payments/${payment.id}/subscription`} look="quiet">
            {t("payments.endRenewal.title")}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
