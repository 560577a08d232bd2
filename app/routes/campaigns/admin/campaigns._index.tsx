import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { loadCampaigns } from "#app/modules/campaigns/load-campaigns.server.ts";
import { db } from "#app/platform/db.server.ts";
import { OptionalRowId } from "#app/platform/row-id.ts";
import { useT } from "#app/platform/words/words.tsx";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { KeyRingDrawing } from "#app/ui/drawings/key-ring.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { CampaignsTable } from "../parts/campaigns-table.tsx";

const LISTED = 50;

/** Admins: all campaigns of referrals, the newest first. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "campaigns.keep");
  const before = OptionalRowId.parse(new URL(request.url).searchParams.get("before"));
  return {
    ...(await loadCampaigns(db(), { before, limit: LISTED })),
    isFirst: before === null,
    done: noticeIn(request, ["discarded"]),
    title: t("campaigns.admin.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function Campaigns() {
  const t = useT();
  const { campaigns, olderBefore, isFirst, done } = useLoaderData<typeof loader>();
  const begin = <ButtonLink to="/admin/campaigns/new">{t("campaigns.admin.new")}</ButtonLink>;
  return (
    <>
      <PageHeader
        title={t("campaigns.admin.title")}
        lead={t("campaigns.admin.lead")}
        actions={campaigns.length > 0 && begin}
      />
      {done && (
        <div className="mb-6">
          <Notice tone="ok">{t(`campaigns.done.${done}`)}</Notice>
        </div>
      )}
      <p className="mb-6 flex flex-wrap gap-x-6 gap-y-2">
        <Link to="/admin/campaigns/vip">{t("campaigns.admin.vip")}</Link>
        <Link to="/admin/campaigns/gifts">{t("campaigns.admin.waiting")}</Link>
      </p>
      {campaigns.length > 0 ? (
        <CampaignsTable campaigns={campaigns} />
      ) : (
        <EmptyState drawing={<KeyRingDrawing />} action={begin}>
          {t("campaigns.admin.empty")}
        </EmptyState>
      )}
      <Pager
        label={t("campaigns.admin.pages")}
        newer={isFirst ? undefined : { to: "/admin/campaigns", label: t("campaigns.admin.newest") }}
        older={
          olderBefore === null
            ? undefined
            : {
                to: `/admin/campaigns?before=${olderBefore}`,
                label: t("campaigns.admin.older"),
              }
        }
      />
    </>
  );
}
