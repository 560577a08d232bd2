import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listPayments, loadPaymentChoices } from "#app/modules/payments/list-payments.server.ts";
import { PaymentQuery, paymentSearch } from "#app/modules/payments/payment-filter.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { MagnifierDrawing } from "#app/ui/drawings/magnifier.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { PaymentFilterForm } from "../parts/payment-filter-form.tsx";
import { PaymentsTable } from "../parts/payments-table.tsx";

const LISTED = 25;

/** Whoever takes money, finance and admins: what members owe and paid, the latest first. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t, may } = await readStaffRequest(request, "payments.see");
  const { after, ...filter } = PaymentQuery.parse(
    Object.fromEntries(new URL(request.url).searchParams),
  );
  const [list, choices] = await Promise.all([
    listPayments(db(), filter, { after, limit: LISTED }),
    loadPaymentChoices(db()),
  ]);
  return {
    ...list,
    ...choices,
    filter,
    isFirst: after === null,
    reconciles: may("payments.reconcile"),
    title: t("payments.list.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Payments() {
  const t = useT();
  const loaded = useLoaderData<typeof loader>();
  const { payments, next, filter, clerks, stores, isFirst, reconciles } = loaded;
  const page = (after: number | null = null) => `/admin/payments?${paymentSearch(filter, after)}`;
  return (
    <>
      <PageHeader
        title={t("payments.list.title")}
        lead={t("payments.list.lead")}
        actions={
          <>
            {reconciles && (
              <ButtonLink to="/admin/payments/reconciliation" look="quiet">
                {t("reconciliation.title")}
              </ButtonLink>
            )}
            <ButtonLink to="/admin/payments/closing" look="quiet">
              {t("payments.closing.title")}
            </ButtonLink>
          </>
        }
      />
      <PaymentFilterForm filter={filter} clerks={clerks} stores={stores} />
      {payments.length === 0 ? (
        <EmptyState drawing={<MagnifierDrawing />}>{t("payments.list.empty")}</EmptyState>
      ) : (
        <PaymentsTable payments={payments} />
      )}
      <Pager
        label={t("payments.list.pages")}
        newer={isFirst ? undefined : { to: page(), label: t("payments.list.latest") }}
        older={next ? { to: page(next), label: t("staff.older") } : undefined}
      />
    </>
  );
}
