import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { MakeEndpointForm } from "#app/modules/webhooks/forms.ts";
import { loadEndpoints } from "#app/modules/webhooks/load-endpoints.server.ts";
import { MOST_ENDPOINTS, makeEndpoint } from "#app/modules/webhooks/make-endpoint.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { requireRecentAuthentication } from "#app/routes/shell/guards.server.ts";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader, Section } from "#app/ui/page.tsx";
import { EndpointForm } from "../parts/endpoint-form.tsx";
import { EndpointsTable } from "../parts/endpoints-table.tsx";
import { SecretShown } from "../parts/secret-shown.tsx";

/** Admins who have proved that it is them: the programs that are told what happens. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "webhooks.manage");
  await requireRecentAuthentication(request);
  return {
    endpoints: await loadEndpoints(db()),
    most: MOST_ENDPOINTS,
    requestKey: crypto.randomUUID(),
    done: noticeIn(request, ["removed"]),
    title: t("webhooks.title"),
  };
}

/** Admins who have proved that it is them: makes an endpoint, and shows its secret in the answer itself, this once. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "webhooks.manage");
  await requireRecentAuthentication(request);
  const form = parseForm(await readFormFields(request), MakeEndpointForm);
  if (form.status !== "success") return data({ form: form.reply(), made: null }, 400);
  const answer = await makeEndpoint(form.value, actorOf(staff, context));
  if (answer.ok) return data({ form: form.reply({ resetForm: true }), made: answer });
  const said = [`webhooks.error.${answer.refusal}`];
  if (answer.refusal === "too-many") {
    return data({ form: form.reply({ formErrors: said }), made: null }, 409);
  }
  return data({ form: form.reply({ fieldErrors: { url: said } }), made: null }, 400);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function Webhooks() {
  const t = useT();
  const { endpoints, most, requestKey, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={t("webhooks.title")}
        lead={
          <>
            {t("webhooks.lead")}{" "}
            <a href="/api/v1/openapi.json" className="text-accent underline">
              {t("webhooks.described")}
            </a>
          </>
        }
      />
      {answer?.made && (
        <SecretShown title={t("webhooks.made")} secret={answer.made.secret}>
          <Link to={`/admin/webhooks/${answer.made.id}`} className="text-accent underline">
            {t("webhooks.made.open")}
          </Link>
        </SecretShown>
      )}
      {done && !answer && (
        <div className="mb-6">
          <Notice tone="ok">{t("webhooks.removed")}</Notice>
        </div>
      )}
      <EndpointsTable endpoints={endpoints} />
      {endpoints.length < most ? (
        <Section id="make" title={t("webhooks.make")} className="max-w-xl">
          <EndpointForm
            key={endpoints.length}
            intent="make"
            label={t("webhooks.make")}
            reply={answer?.form}
            requestKey={requestKey}
          />
        </Section>
      ) : (
        <p className="mt-6 text-ink-soft">{t("webhooks.error.too-many")}</p>
      )}
    </>
  );
}
