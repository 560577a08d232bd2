import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadOwnPayments } from "#app/modules/payments/list-payments.server.ts";
import { readMoneyPlace, writeMoneyPlace } from "#app/modules/payments/payment-filter.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { EmptyStatementDrawing } from "#app/ui/drawings/empty-statement.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { OwnPayments } from "../parts/own-payments.tsx";

const PAGE = "/my/payments";
const LISTED = 20;

/** Members: all that they paid, owe and got back, with its receipts. `?after=` is a place in the list. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, t } = await readOwnerRequest(request);
  const after = readMoneyPlace(new URL(request.url).searchParams.get("after"));
  const { lines, next } = await loadOwnPayments(db(), member.id, { after, limit: LISTED });
  // Nothing comes after a place that is not in their list.
  if (after !== null && lines.length === 0) throw redirect(PAGE);
  return {
    lines,
    next: next && writeMoneyPlace(next),
    isFirst: after === null,
    title: t("payments.own.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Payments() {
  const t = useT();
  const { lines, next, isFirst } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink to="/my/account">{t("payments.own.back")}</BackLink>
      <PageHeader
        title={t("payments.own.title")}
        lead={lines.length > 0 ? t("payments.own.lead") : undefined}
      />
      {lines.length === 0 ? (
        <EmptyState drawing={<EmptyStatementDrawing />}>{t("payments.own.empty")}</EmptyState>
      ) : (
        <OwnPayments lines={lines} />
      )}
      <Pager
        label={t("payments.own.pages")}
        newer={isFirst ? undefined : { to: PAGE, label: t("payments.own.newest") }}
        older={next ? { to: `${PAGE}?after=${next}`, label: t("payments.own.older") } : undefined}
      />
    </div>
  );
}
