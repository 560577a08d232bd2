import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { loadStores } from "#app/modules/club/load-stores.server.ts";
import {
  LEAD_DUES,
  LEAD_LAYOUTS,
  LEAD_VIEWS,
  type LeadDue,
  type LeadView,
  OPEN_STAGES,
  readPlace,
  writePlace,
} from "#app/modules/pipeline/lead-board.ts";
import { loadLeadBoard, loadLeadList } from "#app/modules/pipeline/load-lead-board.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { keepDeskStore, readDeskStore } from "#app/routes/shell/desk-store.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { MagnifierDrawing } from "#app/ui/drawings/magnifier.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { FilterChips } from "#app/ui/tabs.tsx";
import { LeadColumns } from "../parts/lead-columns.tsx";
import { LeadFilter } from "../parts/lead-filter.tsx";
import { LeadList } from "../parts/lead-list.tsx";
import { LeadPlaces } from "../parts/lead-places.tsx";

const LISTED = 25;
const ON_BOARD = 8;
const Stage = z.enum(OPEN_STAGES).nullable().catch(null);
const Due = z.enum(LEAD_DUES).catch("all");
const Layout = z.enum(LEAD_LAYOUTS).catch("list");

/**
 * Whoever works leads: what is late and what is next. `?show=` whose, `?due=late` what is late alone, `?as=board` by stage,
 * `?after=` a place.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const { staff, t, may } = await readStaffRequest(request, "leads.work");
  const { searchParams } = new URL(request.url);
  // Sales people begin with what is theirs, an admin with everybody's.
  const usual: LeadView = staff.roles.includes("sales") ? "mine" : "team";
  const view = z.enum(LEAD_VIEWS).catch(usual).parse(searchParams.get("show"));
  const stage = view === "ended" ? null : Stage.parse(searchParams.get("stage"));
  const layout = view === "ended" ? "list" : Layout.parse(searchParams.get("as"));
  const due = view === "ended" ? "all" : Due.parse(searchParams.get("due"));
  const after = readPlace(searchParams.get("after"));
  const stores = await loadStores(db());
  const place = await readDeskStore(request, stores);
  const asked = { view, due, staffId: staff.id, storeId: place === "all" ? null : place };
  const shown =
    layout === "board"
      ? {
          ...(await loadLeadBoard(db(), { ...asked, stage: null, perStage: ON_BOARD })),
          next: null,
        }
      : await loadLeadList(db(), { ...asked, stage, after, limit: LISTED });
  const loaded = {
    ...{ view, due, stage, layout, stores, place, now: new Date() },
    ...{ leads: shown.leads, counts: shown.counts, next: shown.next && writePlace(shown.next) },
    isFirst: after === null,
    mayReview: may("leads.review"),
    title: t("pipeline.title"),
  };
  return data(loaded, { headers: await keepDeskStore(request, place) });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function Leads() {
  const t = useT();
  const loaded = useLoaderData<typeof loader>();
  const { view, due, stage, layout, leads, counts, next, isFirst, now } = loaded;
  const to = (changes: Record<string, string | null>) =>
    addressOf({ show: view, due: dueIn(due), as: layout, stage, ...changes });
  const named = (choice: LeadView) => {
    const name = t(`pipeline.view.${choice}`);
    return choice === "ended" ? name : t("pipeline.view.counted", { name, count: counts[choice] });
  };
  return (
    <>
      <PageHeader
        title={t("pipeline.title")}
        lead={t("pipeline.lead", { overdue: counts.overdue })}
        actions={<LeadPlaces mayReview={loaded.mayReview} />}
      />
      <FilterChips
        label={t("pipeline.show")}
        choices={LEAD_VIEWS.map((choice) => ({
          to: to({ show: choice, stage: null, ...(choice === "ended" && { due: null }) }),
          label: named(choice),
          current: choice === view,
        }))}
      />
      {view !== "ended" && (
        <FilterChips
          label={t("pipeline.due")}
          choices={LEAD_DUES.map((choice) => ({
            to: to({ due: dueIn(choice) }),
            label: t("pipeline.view.counted", {
              name: t(`pipeline.due.${choice}`),
              count: choice === "late" ? counts.overdue : counts.open,
            }),
            current: choice === due,
          }))}
        />
      )}
      {view !== "ended" && (
        <FilterChips
          label={t("pipeline.as")}
          choices={LEAD_LAYOUTS.map((choice) => ({
            to: to({ as: choice, stage: null }),
            label: t(`pipeline.as.${choice}`),
            current: choice === layout,
          }))}
        />
      )}
      <LeadFilter {...loaded} />
      {layout === "board" ? (
        <LeadColumns
          leads={leads}
          counts={counts}
          now={now}
          listOf={(each) => to({ as: "list", stage: each })}
        />
      ) : leads.length === 0 ? (
        <EmptyState
          drawing={<MagnifierDrawing />}
          action={
            due === "late" ? (
              <Link to={to({ due: null })}>{t("pipeline.empty.late.all")}</Link>
            ) : (
              view === "mine" && <Link to={to({ show: "team" })}>{t("pipeline.empty.team")}</Link>
            )
          }
        >
          {t(`pipeline.empty.${due === "late" ? due : view}`)}
        </EmptyState>
      ) : (
        <LeadList leads={leads} now={now} ended={view === "ended"} />
      )}
      <Pager
        label={t("pipeline.pages")}
        newer={isFirst ? undefined : { to: to({}), label: t("pipeline.pages.first") }}
        older={next ? { to: to({ after: next }), label: t("pipeline.pages.next") } : undefined}
      />
    </>
  );
}

/** All is what an address that says nothing shows. */
const dueIn = (due: LeadDue): string | null => (due === "all" ? null : due);

function addressOf(wanted: Record<string, string | null>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(wanted)) if (value) query.set(name, value);
  return `/admin/leads?${query}`;
}
