import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { payables } from "#app/features.server.ts";
import { loadCheckout, lookAtCheckout } from "#app/modules/payments/load-checkout.server.ts";
import { loadPayment } from "#app/modules/payments/load-payment.server.ts";
import { openCheckout } from "#app/modules/payments/open-checkout.server.ts";
import { ownerPageOf } from "#app/modules/payments/payable.ts";
import { db } from "#app/platform/db.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { stripe } from "#app/platform/stripe.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { isInWeChat } from "#app/routes/shell/in-wechat.server.ts";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { useClub } from "#app/site/root-data.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DownloadIcon } from "#app/ui/icons.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { PayOnline } from "../parts/pay-online.tsx";
import { PaymentFactList } from "../parts/payment-facts.tsx";
import { RefundsList } from "../parts/refunds-list.tsx";

/** Members: one of their own payments, which once paid is its receipt; anybody else's does not exist. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, locale, t } = await readOwnerRequest(request);
  const id = rowIdIn(params.id);
  const back = noticeIn(request, ["done", "left", "leave"], "checkout");
  let payment = await loadPayment(db(), id, member.id);
  if (!payment) throw new Response(null, { status: 404 });
  if (back === "done" && payment.state === "open") {
    await lookAtCheckout(id, payables);
    payment = (await loadPayment(db(), id, member.id)) ?? payment;
  }
  const title = inLanguage(locale, payment.title);
  // Who took it is the club's own affair.
  const { recordedBy: _clerk, ...shown } = payment;
  return {
    payment: {
      ...shown,
      recordedBy: null,
      refunds: payment.refunds.map((refund) => ({ ...refund, by: null })),
    },
    page: ownerPageOf(payables, payment),
    back,
    online: stripe() !== null,
    checkout: payment.state === "open" ? await loadCheckout(db(), id) : null,
    address: `${appOrigin()}/my/payments/${id}`,
    title: payment.receipt ? `${t("payments.receipt")} · ${title}` : title,
  };
}

/** Members: leads them to where they pay online. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { member, locale } = await readOwnerRequest(request);
  const paymentId = rowIdIn(params.id);
  const opened = await openCheckout({ paymentId, memberId: member.id, locale }, payables);
  if (opened.ok) {
    // What is opened within WeChat may not come back from there: they are told first, and choose.
    if (isInWeChat(request)) throw redirect(`/my/payments/${paymentId}?checkout=leave`);
    throw redirect(opened.url);
  }
  if (opened.refusal === "no-such-payment") throw new Response(null, { status: 404 });
  return data({ refusal: opened.refusal }, opened.refusal === "away" ? 503 : 409);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Receipt() {
  const { t, locale } = useWords();
  const figures = useFigures();
  const club = useClub();
  const { payment, page, back, online, checkout, address } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { state, receipt, member, amountMinor, refundableMinor, currency } = payment;
  const title = inLanguage(locale, payment.title);
  const refunded = state === "paid" ? amountMinor - refundableMinor : 0;
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink to={page ?? "/my"}>{t(page ? "payments.back" : "payments.home")}</BackLink>
      <PageHeader
        title={title}
        lead={receipt ? t("payments.receipt.number", { receipt }) : undefined}
      />
      {state === "open" && (
        <PayOnline
          payment={payment}
          online={online}
          checkout={checkout}
          back={back}
          address={address}
          refusal={refused?.refusal ?? null}
        />
      )}
      {state === "paid" && back === "done" && (
        <Notice tone="ok">{t("payments.online.paid")}</Notice>
      )}
      {state === "cancelled" && <Notice announce={false}>{t("payments.cancelled.lead")}</Notice>}
      {refunded > 0 && (
        <Notice announce={false}>
          {t("payments.refundedOf", { sum: figures.moneyIn(refunded, currency) })}
        </Notice>
      )}
      <div className="mt-6">
        <PaymentFactList
          payment={payment}
          more={[
            { label: t("payments.club"), value: club.name },
            { label: t("payments.who"), value: `${member.name} · ${member.number}` },
          ]}
        />
      </div>
      <p className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3 print:hidden">
        {receipt && (
          <ButtonLink
            to={`/my/payments/${payment.id}/receipt.pdf`}
            look="quiet"
            reloadDocument
            icon={<DownloadIcon size={18} />}
          >
            {t("payments.pdf")}
          </ButtonLink>
        )}
        <Link to="/my/payments">{t("payments.own.all")}</Link>
      </p>
      {payment.refunds.length > 0 && (
        <Section id="refunds" title={t("payments.refunds")}>
          <RefundsList payment={payment} staff={false} />
        </Section>
      )}
    </div>
  );
}
