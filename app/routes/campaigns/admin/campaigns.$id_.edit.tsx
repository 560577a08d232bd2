import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CampaignFormBegan, CampaignForm as CampaignSchema } from "#app/modules/campaigns/forms.ts";
import { loadCampaign } from "#app/modules/campaigns/load-campaign.server.ts";
import { loadChoices } from "#app/modules/campaigns/load-choices.server.ts";
import type { Need } from "#app/modules/campaigns/missing.ts";
import { changeCampaign } from "#app/modules/campaigns/save-campaign.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { CampaignForm } from "../parts/campaign-form.tsx";
import { CampaignRefused } from "../parts/campaign-refused.tsx";
import { titleWords } from "../parts/campaign-words.ts";
import { typeCampaign } from "../parts/typed-campaign.ts";

/** Admins: a campaign as a form. One that was stopped is changed no more. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "campaigns.keep");
  const [campaign, choices] = await Promise.all([
    loadCampaign(db(), rowIdIn(params.id)),
    loadChoices(db()),
  ]);
  if (!campaign || campaign.standing === "stopped") throw new Response(null, { status: 404 });
  const { campaignId, standing, revision, plan } = campaign;
  return {
    ...{ campaignId, revision, choices },
    isDraft: standing === "draft",
    typed: typeCampaign(plan),
    name: titleWords(t, plan.title),
    title: t("campaigns.edit.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Admins: saves it; of one that is published as a next version. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "campaigns.keep");
  const campaignId = rowIdIn(params.id);
  const fields = await readFormFields(request, 400);
  const form = parseForm(fields, CampaignSchema);
  const began = CampaignFormBegan.safeParse({ revision: fields.get("revision") });
  const refused = (
    refusal: Parameters<typeof CampaignRefused>[0]["refusal"],
    needs: Need[] = [],
  ) => ({ form: form.reply(), refusal, needs, revision: began.data?.revision ?? 0 });
  if (form.status !== "success" || !began.success) return data(refused("mistakes"), 400);
  const { revision } = began.data;
  const change = { campaignId, plan: form.value, revision };
  const saved = await changeCampaign(change, actorOf(staff, context));
  if (saved.ok) return redirect(`/admin/campaigns/${campaignId}?done=saved`);
  if (saved.refusal === "no-such-campaign") throw new Response(null, { status: 404 });
  return data(refused(saved.refusal, "needs" in saved ? saved.needs : []), 409);
}

export default function ChangeCampaign() {
  const t = useT();
  const { campaignId, revision, isDraft, typed, choices, name } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="max-w-4xl">
      <BackLink to={`/admin/campaigns/${campaignId}`}>{name}</BackLink>
      <PageHeader title={t("campaigns.edit.title")} />
      {answer && <CampaignRefused refusal={answer.refusal} needs={answer.needs} />}
      {!isDraft && (
        <div className="mb-6">
          <Notice announce={false}>{t("campaigns.edit.published")}</Notice>
        </div>
      )}
      <CampaignForm
        typed={typed}
        choices={choices}
        reply={answer?.form}
        // Who saves an older page is told each time: the form keeps what it began with.
        hidden={{ revision: answer?.revision ?? revision }}
        save={t(isDraft ? "campaigns.saveDraft" : "campaigns.save")}
      />
    </div>
  );
}
