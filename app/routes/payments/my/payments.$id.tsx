import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { payables } from "#app/features.server.ts";
import { loadPayment } from "#app/modules/payments/load-payment.server.ts";
import { ownerPageOf } from "#app/modules/payments/payable.ts";
import { titleIn } from "#app/modules/payments/payment.ts";
import { db } from "#app/platform/db.server.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { useClub } from "#app/site/root-data.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { PaymentFactList } from "../parts/payment-facts.tsx";
import { RefundsList } from "../parts/refunds-list.tsx";

/** Members: one of their own payments, which once paid is its receipt; anybody else's does not exist. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, locale, t } = await readOwnerRequest(request);
  const payment = await loadPayment(db(), rowIdIn(params.id), member.id);
  if (!payment) throw new Response(null, { status: 404 });
  // Who took it is the club's own affair.
  const { recordedBy: _clerk, ...shown } = payment;
  return {
    payment: {
      ...shown,
      recordedBy: null,
      refunds: payment.refunds.map((refund) => ({ ...refund, by: null })),
    },
    page: ownerPageOf(payables, payment),
    title: `${t("payments.receipt")} · ${titleIn(payment.title, locale)}`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Receipt() {
  const { t, locale } = useWords();
  const figures = useFigures();
  const club = useClub();
  const { payment, page } = useLoaderData<typeof loader>();
  const { state, receipt, member, amountMinor, refundableMinor, currency } = payment;
  const title = titleIn(payment.title, locale);
  const refunded = state === "paid" ? amountMinor - refundableMinor : 0;
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink to={page ?? "/my"}>{t(page ? "payments.back" : "payments.home")}</BackLink>
      <PageHeader
        title={title}
        lead={receipt ? t("payments.receipt.number", { receipt }) : undefined}
      />
      {state === "open" && (
        <Notice tone={payment.overdue ? "warn" : "info"} announce={false}>
          {payment.overdue
            ? t("payments.open.overdue")
            : t("payments.open.lead", { number: member.number })}
        </Notice>
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
      {payment.refunds.length > 0 && (
        <Section id="refunds" title={t("payments.refunds")}>
          <RefundsList payment={payment} staff={false} />
        </Section>
      )}
    </div>
  );
}
