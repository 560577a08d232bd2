import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  createApiClient,
  listApiClients,
  revokeApiClient,
} from "#app/modules/api/api-clients.server.ts";
import { ApiKeyForm, EndApiKeyForm } from "#app/modules/api/forms.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { requireRecentAuthentication } from "#app/routes/shell/guards.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader, Section } from "#app/ui/page.tsx";
import { ApiKeyForm as MakeApiKey } from "../parts/api-key-form.tsx";
import { ApiKeysTable } from "../parts/api-keys-table.tsx";

/** Admins who have proved that it is them: the programs that may call, and their keys' ends. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "api-keys.manage");
  await requireRecentAuthentication(request);
  const clients = (await listApiClients()).map(({ createdBy, revokedBy, ...client }) => client);
  const ended = new URL(request.url).searchParams.has("ended");
  return { clients, ended, title: t("apiKeys.title") };
}

/**
 * Admins who have proved that it is them: makes a key and shows it, this once and in the answer itself, or
 * ends one (`intent=end`).
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "api-keys.manage");
  await requireRecentAuthentication(request);
  const body = await readFormFields(request);
  const who = actorOf(staff, context);
  if (body.get("intent") === "end") {
    const form = EndApiKeyForm.safeParse(Object.fromEntries(body));
    if (!form.success) throw new Response(null, { status: 404 });
    await revokeApiClient(form.data.client, who);
    return redirect("/admin/api-keys?ended");
  }
  const form = parseForm(body, ApiKeyForm);
  if (form.status !== "success") return data({ form: form.reply(), key: null }, 400);
  const { key } = await createApiClient(form.value.name, form.value.scopes, who);
  return data({ form: form.reply({ resetForm: true }), key });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function ApiKeys() {
  const t = useT();
  const { clients, ended } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={t("apiKeys.title")} lead={t("apiKeys.lead")} />
      {answer?.key && (
        <div className="mb-6 max-w-2xl">
          <Notice tone="warn" title={t("apiKeys.made")}>
            <p>{t("apiKeys.made.once")}</p>
            <p className="figure mt-2 select-all [overflow-wrap:anywhere]">{answer.key}</p>
          </Notice>
        </div>
      )}
      {ended && !answer && (
        <div className="mb-6">
          <Notice tone="ok">{t("apiKeys.ended")}</Notice>
        </div>
      )}
      <ApiKeysTable clients={clients} />
      <Section id="make" title={t("apiKeys.make")} className="max-w-xl">
        <MakeApiKey reply={answer?.form} key={clients.length} />
      </Section>
    </>
  );
}
