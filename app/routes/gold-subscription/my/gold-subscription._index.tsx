import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { payables } from "#app/features.server.ts";
import { lookAtSubscriber } from "#app/modules/gold-subscription/apply-customer.server.ts";
import { loadSubscription } from "#app/modules/gold-subscription/load-subscription.server.ts";
import { openPortal } from "#app/modules/gold-subscription/open-portal.server.ts";
import { openSubscription } from "#app/modules/gold-subscription/open-subscription.server.ts";
import { db } from "#app/platform/db.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { isInWeChat } from "#app/routes/shell/in-wechat.server.ts";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { LeavingWeChat } from "#app/site/leaving-wechat.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { Subscribe } from "../parts/subscribe.tsx";
import { SubscriptionFacts } from "../parts/subscription-facts.tsx";

const PAGE = "/my/gold-subscription";

/** Members: gold that renews by itself, and how they pay for it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, t } = await readOwnerRequest(request);
  const back = noticeIn(request, ["done", "left", "portal", "leave"], "back");
  if (back && back !== "leave") await lookAtSubscriber(member.id, payables);
  return {
    page: await loadSubscription(db(), member.id),
    back,
    address: `${appOrigin()}${PAGE}`,
    title: t("goldSubscription.title"),
  };
}

/** Members: leads them to where they subscribe, or to where they look after how they pay. */
export async function action({ request }: ActionFunctionArgs) {
  const { member, locale } = await readOwnerRequest(request);
  const act = (await readFormFields(request)).get("act");
  if (act === "manage") {
    const opened = await openPortal(member.id, locale);
    if (opened.ok) throw redirect(opened.url);
    return refused(opened.refusal);
  }
  if (act !== "subscribe") throw new Response(null, { status: 400 });
  const opened = await openSubscription({ memberId: member.id, locale }, payables);
  if (!opened.ok) return refused(opened.refusal);
  throw redirect(isInWeChat(request) ? `${PAGE}?back=leave` : opened.url);
}

const refused = <Refusal extends string>(refusal: Refusal) =>
  data({ refusal }, refusal === "away" ? 503 : 409);

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function Subscription() {
  const t = useT();
  const { page, back, address } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  const { subscription, attempt } = page;
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink to="/my/tier/gold">{t("goldSubscription.tier")}</BackLink>
      <PageHeader title={t("goldSubscription.title")} lead={t("goldSubscription.lead")} />
      <div className="grid gap-5">
        {refusal && <Notice tone="refusal">{t(`goldSubscription.refused.${refusal}`)}</Notice>}
        {!refusal && back === "done" && !subscription && (
          <Notice>{t("goldSubscription.back.done")}</Notice>
        )}
        {!refusal && back === "left" && !subscription && (
          <Notice>{t("goldSubscription.back.left")}</Notice>
        )}
        {back === "leave" && attempt?.url && (
          <LeavingWeChat
            title={t("goldSubscription.wechat.title")}
            words={t("goldSubscription.wechat")}
            go={t("goldSubscription.wechat.go")}
            url={attempt.url}
            address={address}
          />
        )}
        {subscription ? (
          <SubscriptionFacts subscription={subscription} />
        ) : (
          <Subscribe page={page} />
        )}
      </div>
    </div>
  );
}
