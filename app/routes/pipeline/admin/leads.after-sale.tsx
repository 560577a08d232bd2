import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { type AfterSale, loadDueFollowUps } from "#app/modules/pipeline/load-follow-ups.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { RoadAheadDrawing } from "#app/ui/drawings/road-ahead.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { FilterChips } from "#app/ui/tabs.tsx";
import { FriendName } from "../parts/friend-name.tsx";

const AT_ONCE = 50;

/** Whoever works leads: friends who bought, and are asked how they fare. `?show=team` for everybody's. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { staff, t } = await readStaffRequest(request, "leads.work");
  const usual = staff.roles.includes("sales") ? "mine" : "team";
  const show = new URL(request.url).searchParams.get("show") ?? usual;
  const view: "mine" | "team" = show === "team" ? "team" : "mine";
  const consultantId = view === "mine" ? staff.id : null;
  const calls = await loadDueFollowUps(db(), { consultantId, limit: AT_ONCE });
  return { calls, view, title: t("pipeline.afterSale.list") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function AfterSaleCalls() {
  const t = useT();
  const figures = useFigures();
  const { calls, view, title } = useLoaderData<typeof loader>();
  const columns: Column<AfterSale>[] = [
    {
      key: "friend",
      head: t("pipeline.col.friend"),
      cell: ({ leadId, friendName }) => (
        <Link to={`/admin/leads/${leadId}`}>
          <FriendName name={friendName} />
        </Link>
      ),
    },
    {
      key: "day",
      head: t("pipeline.afterSale.call"),
      cell: ({ day }) => t("pipeline.afterSale.day", { day }),
    },
    {
      key: "on",
      head: t("pipeline.afterSale.on"),
      cell: ({ on, state }) => (
        <span className="inline-flex flex-wrap items-baseline gap-2">
          {figures.calendarDay(on)}
          {state === "late" && <Badge tone="refusal">{t("pipeline.afterSale.late")}</Badge>}
        </span>
      ),
    },
    {
      key: "consultant",
      head: t("pipeline.col.consultant"),
      cell: ({ consultant }) => consultant ?? t("pipeline.consultant.none"),
    },
  ];
  return (
    <>
      <BackLink to="/admin/leads">{t("pipeline.back")}</BackLink>
      <PageHeader title={title} lead={t("pipeline.afterSale.lead")} />
      <FilterChips
        label={t("pipeline.show")}
        choices={(["mine", "team"] as const).map((each) => ({
          to: `/admin/leads/after-sale?show=${each}`,
          label: t(`pipeline.view.${each}`),
          current: each === view,
        }))}
      />
      {calls.length === 0 ? (
        <EmptyState drawing={<RoadAheadDrawing />}>{t("pipeline.afterSale.empty")}</EmptyState>
      ) : (
        <Table caption={title} columns={columns} rows={calls} rowKey={({ leadId }) => leadId} />
      )}
    </>
  );
}
