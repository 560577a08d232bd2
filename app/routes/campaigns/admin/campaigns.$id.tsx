import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  discardCampaign,
  publishCampaign,
  stopCampaign,
} from "#app/modules/campaigns/act-on-campaign.server.ts";
import { CampaignActForm } from "#app/modules/campaigns/forms.ts";
import { loadCampaign } from "#app/modules/campaigns/load-campaign.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { CampaignActs, StopCampaign } from "../parts/campaign-acts.tsx";
import { CampaignChecklist } from "../parts/campaign-checklist.tsx";
import { CampaignFacts } from "../parts/campaign-facts.tsx";
import { CampaignPreview } from "../parts/campaign-preview.tsx";
import { CampaignRefused } from "../parts/campaign-refused.tsx";
import { titleWords } from "../parts/campaign-words.ts";
import { StandingBadge } from "../parts/standing-badge.tsx";

const ACTS = { publish: publishCampaign, stop: stopCampaign, discard: discardCampaign };
const DONE = { publish: "published", stop: "stopped", discard: "discarded" } as const;

/** Admins: a campaign, what is missing, what people read of it, and what it has brought. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "campaigns.keep");
  const campaign = await loadCampaign(db(), rowIdIn(params.id));
  if (!campaign) throw new Response(null, { status: 404 });
  return {
    campaign,
    done: noticeIn(request, ["begun", "saved", "published", "stopped"]),
    title: titleWords(t, campaign.plan.title),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Admins: publishes it, stops it, or throws a draft away. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "campaigns.keep");
  const campaignId = rowIdIn(params.id);
  const sent = CampaignActForm.safeParse(Object.fromEntries(await readFormFields(request)));
  if (!sent.success) return data({ refusal: "mistakes" as const, needs: [] }, 400);
  const { intent, revision } = sent.data;
  const acted = await ACTS[intent]({ campaignId, revision }, actorOf(staff, context));
  if (acted.ok) {
    const page = intent === "discard" ? "/admin/campaigns" : `/admin/campaigns/${campaignId}`;
    return redirect(`${page}?done=${DONE[intent]}`);
  }
  if (acted.refusal === "no-such-campaign") throw new Response(null, { status: 404 });
  return data({ refusal: acted.refusal, needs: "needs" in acted ? acted.needs : [] }, 409);
}

export default function Campaign() {
  const t = useT();
  const { campaign, done, title } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <BackLink to="/admin/campaigns">{t("campaigns.admin.title")}</BackLink>
      <PageHeader
        title={<span className="[overflow-wrap:anywhere]">{title}</span>}
        lead={<StandingBadge standing={campaign.standing} />}
        actions={<CampaignActs campaign={campaign} />}
      />
      {refused && <CampaignRefused refusal={refused.refusal} needs={refused.needs} />}
      {done && !refused && (
        <div className="mb-6">
          <Notice tone="ok">{t(`campaigns.done.${done}`)}</Notice>
        </div>
      )}
      <div className="grid gap-x-10 gap-y-9 min-[72rem]:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0">
          <CampaignChecklist check={campaign.check} isDraft={campaign.standing === "draft"} />
          <CampaignPreview campaign={campaign} />
          <StopCampaign campaign={campaign} />
        </div>
        <div className="min-w-0">
          <CampaignFacts campaign={campaign} />
        </div>
      </div>
    </>
  );
}
