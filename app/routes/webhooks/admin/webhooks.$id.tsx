import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { DeliveryListForm } from "#app/modules/webhooks/forms.ts";
import { listDeliveries } from "#app/modules/webhooks/list-deliveries.server.ts";
import { loadEndpoint } from "#app/modules/webhooks/load-endpoints.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { requireRecentAuthentication } from "#app/routes/shell/guards.server.ts";
import { figureIn, noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { formErrors } from "#app/site/form-errors.ts";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { DeliveryPages } from "../parts/delivery-pages.tsx";
import { actOnEndpoint } from "../parts/endpoint-action.server.ts";
import { EndpointEnds, EndpointSwitch, SendFailed } from "../parts/endpoint-acts.tsx";
import { EndpointFacts } from "../parts/endpoint-facts.tsx";
import { EndpointForm } from "../parts/endpoint-form.tsx";
import { SecretShown } from "../parts/secret-shown.tsx";

const LISTED = 50;

/** Admins who have proved that it is them: one program that is told what happens, and what became of each message. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "webhooks.manage");
  const id = rowIdIn(params.id);
  await requireRecentAuthentication(request);
  const endpoint = await loadEndpoint(db(), id);
  if (!endpoint) throw new Response(null, { status: 404 });
  const asked = DeliveryListForm.parse(Object.fromEntries(new URL(request.url).searchParams));
  const time = clubTime((await loadClub()).timeZone);
  return {
    endpoint,
    asked,
    list: await listDeliveries(db(), id, { ...asked, limit: LISTED }),
    today: time.dayOf(new Date()),
    failedFrom: endpoint.failedFrom && time.dayOf(endpoint.failedFrom),
    done: noticeIn(request, ["changed", "switched-on", "switched-off", "tested", "again"]),
    count: figureIn(request, "count"),
    title: `${endpoint.description} · ${t("webhooks.title")}`,
  };
}

/** Admins who have proved that it is them: changes it, switches it, sends again, makes a new secret, or removes it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "webhooks.manage");
  const id = rowIdIn(params.id);
  await requireRecentAuthentication(request);
  const answer = await actOnEndpoint(id, await readFormFields(request), actorOf(staff, context));
  return data(answer, answer.status);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function Webhook() {
  const t = useT();
  const { endpoint, asked, list, today, failedFrom, done, count } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { description, offWhy } = endpoint;
  const isOff = offWhy !== null;
  return (
    <>
      <BackLink to="/admin/webhooks">{t("webhooks.title")}</BackLink>
      <PageHeader
        title={<span className="[overflow-wrap:anywhere]">{description}</span>}
        actions={<EndpointSwitch isOff={isOff} />}
      />
      {answer?.secret && (
        <SecretShown title={t("webhooks.secret.made")} secret={answer.secret}>
          <p>{t("webhooks.secret.old")}</p>
        </SecretShown>
      )}
      <div className="mb-6 grid gap-4 empty:hidden">
        {answer?.refusal && <Notice tone="refusal">{t("webhooks.refusal.off")}</Notice>}
        {!answer && done && <Notice tone="ok">{t(`webhooks.done.${done}`, { count })}</Notice>}
        {offWhy && (
          <Notice tone={offWhy === "by-hand" ? "info" : "warn"} announce={false}>
            {t(`webhooks.off.${offWhy}`)} {t("webhooks.off.kept")}
          </Notice>
        )}
      </div>
      <EndpointFacts endpoint={endpoint} />
      <Section id="deliveries" title={t("webhooks.deliveries")}>
        <DeliveryPages id={endpoint.id} list={list} asked={asked} canSend={!isOff} />
        {failedFrom && !isOff && (
          <SendFailed from={failedFrom} today={today} errors={formErrors(answer?.since, t).since} />
        )}
      </Section>
      <Section id="change" title={t("webhooks.change")} className="max-w-xl">
        <EndpointForm
          intent="change"
          label={t("webhooks.change.save")}
          reply={answer?.change}
          endpoint={endpoint}
        />
      </Section>
      <EndpointEnds />
    </>
  );
}
