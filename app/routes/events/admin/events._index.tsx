import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  type EventCursor,
  keptEventViews,
  loadKeptEvents,
} from "#app/modules/events/load-kept-events.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { EventDrawing } from "#app/site/event-drawing.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PlusIcon } from "#app/ui/icons.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { FilterChips } from "#app/ui/tabs.tsx";
import { KeptEventsTable } from "../parts/kept-events-table.tsx";

/** Where the page before ended: `1742000000000.12`. */
function cursorIn(query: URLSearchParams): EventCursor | null {
  const match = /^(\d{1,14})\.(\d{1,9})$/.exec(query.get("after") ?? "");
  return match && { at: new Date(Number(match[1])), id: Number(match[2]) };
}

/** Whoever keeps or sees events: those to come, those that are over, and drafts. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t, may } = await readStaffRequest(request, "events.see");
  const query = new URL(request.url).searchParams;
  const mayKeep = may("events.keep");
  const views = keptEventViews.filter((view) => view !== "drafts" || mayKeep);
  const view = views.find((each) => each === query.get("show")) ?? "upcoming";
  const after = cursorIn(query);
  const { events, next } = await loadKeptEvents(db(), { view, after, now: new Date() });
  return {
    events,
    next: next && `${next.at?.getTime() ?? 0}.${next.id}`,
    isFirst: after === null,
    view,
    views,
    mayKeep,
    maySeeSurveys: may("surveys.see"),
    maySeeReports: may("events.report"),
    done: noticeIn(request, ["discarded"]),
    title: t("eventKeeping.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function KeptEvents() {
  const t = useT();
  const { events, next, isFirst, view, views, mayKeep, maySeeSurveys, maySeeReports, done } =
    useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("eventKeeping.title")}
        lead={t("eventKeeping.lead")}
        actions={
          <>
            {maySeeReports && (
              <ButtonLink to="/admin/events/reports" look="quiet">
                {t("eventReport.all")}
              </ButtonLink>
            )}
            {maySeeSurveys && (
              <ButtonLink to="/admin/events/surveys" look="quiet">
                {t("eventKeeping.surveys")}
              </ButtonLink>
            )}
            {mayKeep && (
              <ButtonLink to="/admin/events/new" icon={<PlusIcon size={18} />}>
                {t("eventKeeping.new")}
              </ButtonLink>
            )}
          </>
        }
      />
      {done && (
        <div className="mb-6">
          <Notice tone="ok" title={t("eventKeeping.done.discarded")} />
        </div>
      )}
      <FilterChips
        label={t("eventKeeping.show")}
        choices={views.map((each) => ({
          to: each === "upcoming" ? "/admin/events" : `/admin/events?show=${each}`,
          label: t(`eventKeeping.view.${each}`),
          current: each === view,
        }))}
      />
      {events.length === 0 ? (
        <EmptyState drawing={<EventDrawing name="other" />}>
          {t(`eventKeeping.none.${view}`)}
        </EmptyState>
      ) : (
        <KeptEventsTable events={events} mayKeep={mayKeep} />
      )}
      <Pager
        label={t("eventKeeping.pages")}
        newer={
          isFirst ? undefined : { to: `/admin/events?show=${view}`, label: t("eventKeeping.first") }
        }
        older={
          next
            ? { to: `/admin/events?show=${view}&after=${next}`, label: t("eventKeeping.more") }
            : undefined
        }
      />
    </>
  );
}
