import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadClaimOrders } from "#app/modules/claims/load-claim-orders.server.ts";
import { loadClaimPage } from "#app/modules/claims/load-claim-page.server.ts";
import { loadStores } from "#app/modules/club/load-stores.server.ts";
import { readOrderNumber } from "#app/modules/vehicle/order-number.ts";
import { db } from "#app/platform/db.server.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { ClaimActs } from "../parts/claim-acts.tsx";
import { actOnClaim } from "../parts/claim-answer.server.ts";
import { ClaimAnswerNews } from "../parts/claim-answer-news.tsx";
import { ClaimFacts } from "../parts/claim-facts.tsx";
import { ClaimOrders } from "../parts/claim-orders.tsx";
import { ClaimSubject } from "../parts/claim-subject.tsx";

/** Whoever answers claims: one of them, and the orders it may be. `?order=` looks for another number. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff, t } = await readStaffRequest(request, "claims.decide");
  const claim = await loadClaimPage(db(), rowIdIn(params.id), staff.id);
  if (!claim) throw new Response(null, { status: 404 });
  const { searchParams } = new URL(request.url);
  const looked = readOrderNumber(searchParams.get("order") ?? "");
  const isOpen = claim.state === "open";
  const [orders, stores] = await Promise.all([
    isOpen ? loadClaimOrders(db(), { ...claim, orderNumber: looked ?? claim.orderNumber }) : [],
    isOpen ? loadStores(db()) : [],
  ]);
  const done = searchParams.get("done");
  const title = t("claims.desk.one", { id: claim.id });
  return { claim, orders, stores, looked, me: staff.id, done, title };
}

/** Whoever answers claims, but for their own: takes it, hands it over, or answers it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "claims.decide");
  const id = rowIdIn(params.id);
  const who = actorOf(staff, context);
  const answered = await actOnClaim(id, await readFormFields(request), who);
  if (!answered.ok) return data(answered, { status: answered.refusal ? 409 : 400 });
  const justAnswered = answered.done !== "looked-after" && answered.done !== "waiting";
  return redirect(`/admin/claims/${id}${justAnswered ? "?done" : ""}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function Claim() {
  const t = useT();
  const { claim, orders, stores, looked, me, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const canAct = claim.state === "open" && !claim.isOwn;
  return (
    <>
      <BackLink to="/admin/claims">{t("claims.desk.back")}</BackLink>
      <PageHeader title={<ClaimSubject claim={claim} />} />
      <ClaimAnswerNews claim={claim} refusal={refused?.refusal} justDone={done !== null} />
      <div className="grid gap-x-10 gap-y-9 min-[72rem]:grid-cols-[22rem_minmax(0,1fr)]">
        <ClaimFacts claim={claim} />
        {claim.state === "open" && (
          <div className="min-w-0">
            <ClaimOrders claim={claim} orders={orders} looked={looked} canAct={canAct} />
            {canAct && <ClaimActs claim={claim} stores={stores} me={me} refused={refused} />}
          </div>
        )}
      </div>
    </>
  );
}
