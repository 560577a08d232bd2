import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { type ListedContest, loadContests } from "#app/modules/contests/load-contests.server.ts";
import { templatesFor } from "#app/modules/contests/templates.ts";
import { db } from "#app/platform/db.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { EventPlaces } from "#app/site/event-places.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DrawingContestDrawing } from "#app/ui/drawings/drawing-contest.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PlusIcon } from "#app/ui/icons.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { requireContestEvent } from "../parts/contest-request.server.ts";
import { ContestBadge } from "../parts/contest-state.tsx";

/** Whoever keeps contests or takes entries: the contests of an event. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, may } = await readStaffRequest(request, "contests.enter");
  const event = await requireContestEvent(params);
  const mayKeep = may("contests.keep");
  return {
    event: { id: event.id, title: event.title },
    templates: templatesFor(event.kind),
    contests: await loadContests(db(), event.id, { drafts: mayKeep }),
    mayKeep,
    discarded: noticeIn(request, ["discarded"]) !== null,
    title: t("contestKeeping.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Contests() {
  const { t, locale } = useWords();
  const { points } = useFigures();
  const { event, templates, contests, mayKeep, discarded } = useLoaderData<typeof loader>();
  const page = `/admin/events/${event.id}/contests`;
  const columns: Column<ListedContest>[] = [
    {
      key: "title",
      head: t("contestKeeping.contest"),
      cell: ({ id, title }) => <Link to={`${page}/${id}`}>{inLanguage(locale, title)}</Link>,
    },
    {
      key: "kind",
      head: t("contestKeeping.facts.kind"),
      cell: ({ kind }) => t(`contestKeeping.kind.${kind}`),
    },
    {
      key: "entries",
      head: t("contestKeeping.facts.entries"),
      number: true,
      cell: ({ entries }) => points(entries),
    },
    {
      key: "state",
      head: t("contestKeeping.entry.state"),
      cell: ({ state }) => <ContestBadge state={state} />,
    },
    {
      key: "take",
      head: t("contestKeeping.onSpot"),
      cell: ({ id, state }) =>
        state === "open" ? (
          <Link to={`${page}/${id}/entries`}>{t("contestKeeping.takeEntries")}</Link>
        ) : (
          "—"
        ),
    },
  ];
  return (
    <>
      <EventPlaces eventId={event.id} />
      <PageHeader
        title={t("contestKeeping.title")}
        lead={t("contestKeeping.lead", { event: inLanguage(locale, event.title) })}
        actions={
          mayKeep && (
            <ButtonLink to={`/admin/events/${event.id}/gallery`} look="quiet">
              {t("galleryKeeping.title")}
            </ButtonLink>
          )
        }
      />
      {discarded && <Notice tone="ok">{t("contestKeeping.done.discarded")}</Notice>}
      {contests.length === 0 ? (
        <EmptyState drawing={<DrawingContestDrawing />}>{t("contestKeeping.none")}</EmptyState>
      ) : (
        <Table
          caption={t("contestKeeping.title")}
          columns={columns}
          rows={contests}
          rowKey={({ id }) => id}
        />
      )}
      {mayKeep && (
        <div className="mt-6 flex flex-wrap gap-3">
          {templates.map((template, place) => (
            <ButtonLink
              key={template}
              to={`${page}/new?like=${template}`}
              look={place === 0 ? undefined : "quiet"}
              icon={<PlusIcon size={18} />}
            >
              {t(`contestKeeping.template.${template}`)}
            </ButtonLink>
          ))}
        </div>
      )}
    </>
  );
}
