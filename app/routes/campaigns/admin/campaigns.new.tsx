import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CampaignForm as CampaignSchema, NewCampaign } from "#app/modules/campaigns/forms.ts";
import { loadChoices } from "#app/modules/campaigns/load-choices.server.ts";
import { beginCampaign } from "#app/modules/campaigns/save-campaign.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { CampaignForm } from "../parts/campaign-form.tsx";
import { CampaignRefused } from "../parts/campaign-refused.tsx";

/** Admins: the form of a new campaign. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "campaigns.keep");
  return {
    choices: await loadChoices(db()),
    requestKey: crypto.randomUUID(),
    title: t("campaigns.admin.new"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Admins: begins a campaign as a draft. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "campaigns.keep");
  const fields = await readFormFields(request, 400);
  const form = parseForm(fields, CampaignSchema);
  const began = NewCampaign.safeParse({ requestKey: fields.get("requestKey") });
  if (form.status !== "success" || !began.success) return data(form.reply(), 400);
  const { requestKey } = began.data;
  const campaignId = await beginCampaign(form.value, requestKey, actorOf(staff, context));
  return redirect(`/admin/campaigns/${campaignId}?done=begun`);
}

export default function NewCampaignPage() {
  const t = useT();
  const { choices, requestKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="max-w-4xl">
      <BackLink to="/admin/campaigns">{t("campaigns.admin.title")}</BackLink>
      <PageHeader title={t("campaigns.admin.new")} lead={t("campaigns.admin.newLead")} />
      {reply && <CampaignRefused refusal="mistakes" needs={[]} />}
      <CampaignForm
        typed={{}}
        choices={choices}
        reply={reply}
        hidden={{ requestKey }}
        save={t("campaigns.saveDraft")}
      />
    </div>
  );
}
