import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import {
  CLAIM_VIEWS,
  type ClaimView,
  readPlace,
  writePlace,
} from "#app/modules/claims/claim-queue.ts";
import { loadClaimQueue } from "#app/modules/claims/load-claim-queue.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { MagnifierDrawing } from "#app/ui/drawings/magnifier.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { FilterChips } from "#app/ui/tabs.tsx";
import { ClaimQueueTable } from "../parts/claim-queue-table.tsx";

const LISTED = 25;
const Show = z.enum(CLAIM_VIEWS).catch("all");

/** Whoever answers claims: those that wait, by when they are due. `?after=` is a place in the queue. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { staff, t } = await readStaffRequest(request, "claims.decide");
  const { searchParams } = new URL(request.url);
  const view = Show.parse(searchParams.get("show"));
  const after = readPlace(searchParams.get("after"));
  const queue = await loadClaimQueue(db(), { view, after, staffId: staff.id, limit: LISTED });
  return {
    view,
    claims: queue.claims,
    counts: queue.counts,
    next: queue.next && writePlace(queue.next),
    isFirst: after === null,
    title: t("claims.desk.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ClaimQueue() {
  const t = useT();
  const { view, claims, counts, next, isFirst } = useLoaderData<typeof loader>();
  const countOf = { all: counts.open, mine: counts.mine, unassigned: counts.unassigned };
  const label = (choice: ClaimView) => {
    const name = t(`claims.desk.view.${choice}`);
    return choice === "answered"
      ? name
      : t("claims.desk.counted", { name, count: countOf[choice] });
  };
  return (
    <>
      <PageHeader
        title={t("claims.desk.title")}
        lead={t("claims.desk.lead", { open: counts.open, overdue: counts.overdue })}
      />
      <FilterChips
        label={t("claims.desk.show")}
        choices={CLAIM_VIEWS.map((choice) => ({
          to: addressOf(choice),
          label: label(choice),
          current: choice === view,
        }))}
      />
      {claims.length === 0 ? (
        <EmptyState drawing={<MagnifierDrawing />}>{t("claims.desk.empty")}</EmptyState>
      ) : (
        <ClaimQueueTable claims={claims} />
      )}
      <Pager
        label={t("claims.pages")}
        newer={isFirst ? undefined : { to: addressOf(view), label: t("claims.desk.first") }}
        older={next ? { to: addressOf(view, next), label: t("claims.desk.next") } : undefined}
      />
    </>
  );
}

function addressOf(view: ClaimView, after?: string): string {
  const query = new URLSearchParams();
  if (view !== "all") query.set("show", view);
  if (after) query.set("after", after);
  return query.size > 0 ? `/admin/claims?${query}` : "/admin/claims";
}
