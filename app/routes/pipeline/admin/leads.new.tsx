import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadStores } from "#app/modules/club/load-stores.server.ts";
import { DeskLeadForm } from "#app/modules/pipeline/forms.ts";
import { takeLead } from "#app/modules/pipeline/take-lead.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { DeskLeadFields } from "../parts/desk-lead-fields.tsx";

/** Whoever works leads: the form for a friend whom somebody names at the desk. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t, locale } = await readStaffRequest(request, "leads.work");
  const stores = await loadStores(db());
  return { stores, locale, requestKey: crypto.randomUUID(), title: t("pipeline.desk.title") };
}

/** Whoever works leads: takes the friend for the referrer. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "leads.work");
  const form = parseForm(await readFormFields(request), DeskLeadForm);
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  const { referrer, storeId, requestKey, name, phone, model, note, locale } = form.value;
  const friend = { name, phone, email: null, locale, model, note };
  const taken = await takeLead(
    { referrer, friend, storeId: storeId ?? null, requestKey },
    actorOf(staff, context),
  );
  if (taken.ok) return redirect(`/admin/leads/${taken.leadId}?done=at-desk`);
  return data({ form: form.reply(), refusal: taken.refusal }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function TakeLead() {
  const t = useT();
  const { stores, locale, requestKey, title } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className="max-w-2xl">
      <BackLink to="/admin/leads">{t("pipeline.back")}</BackLink>
      <PageHeader title={title} lead={t("pipeline.desk.lead")} />
      {refused?.refusal && (
        <div className="mb-6">
          <Notice tone="refusal" title={t("pipeline.desk.refused.title")}>
            {t(`pipeline.desk.refused.${refused.refusal}`)}
          </Notice>
        </div>
      )}
      <DeskLeadFields {...{ stores, locale, requestKey }} reply={refused?.form} />
    </div>
  );
}
