import { Link } from "@remix-run/react";
import type { KeptEventRow } from "#app/modules/events/load-kept-events.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { EventDrawing } from "#app/site/event-drawing.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { PhaseBadge } from "./phase-badge.tsx";

type Row = Omit<KeptEventRow, "startsAt" | "endsAt"> & {
  startsAt: Date | string | null;
  endsAt: Date | string | null;
};

interface KeptEventsTableProps {
  events: Row[];
  /** Whoever keeps them is led to the form, others to who comes. */
  mayKeep: boolean;
}

/** Events as the club's people go through them: when, how each stands, who comes and who waits. */
export function KeptEventsTable({ events, mayKeep }: KeptEventsTableProps) {
  const t = useT();
  const figures = useFigures();
  const columns: Column<Row>[] = [
    {
      key: "event",
      head: t("eventKeeping.col.event"),
      cell: (event) => {
        const title = inLanguage(t.locale, event.title) || t("eventKeeping.untitled");
        return (
          <span className="flex items-center gap-3">
            <span className="hidden w-20 flex-none sm:block">
              <EventDrawing name={event.drawing} />
            </span>
            <span className="min-w-0">
              <Link
                to={`/admin/events/${event.eventId}${mayKeep ? "" : "/parties"}`}
                className="text-accent underline"
              >
                {title}
              </Link>
              {event.seriesId !== null && (
                <span className="ml-2">
                  <Badge>{t("eventKeeping.inSeries")}</Badge>
                </span>
              )}
            </span>
          </span>
        );
      },
    },
    {
      key: "when",
      head: t("eventKeeping.col.when"),
      cell: ({ startsAt }) => (startsAt ? figures.moment(startsAt) : "–"),
    },
    {
      key: "state",
      head: t("eventKeeping.col.state"),
      cell: ({ phase }) => <PhaseBadge phase={phase} />,
    },
    {
      key: "people",
      head: t("eventKeeping.col.people"),
      number: true,
      cell: ({ people, most }) => of(people, most.find(({ unit }) => unit === "people")?.most),
    },
    {
      key: "parties",
      head: t("eventKeeping.col.parties"),
      number: true,
      cell: ({ parties, most }) => of(parties, most.find(({ unit }) => unit === "parties")?.most),
    },
    {
      key: "waiting",
      head: t("eventKeeping.col.waiting"),
      number: true,
      cell: ({ waiting }) => figures.points(waiting),
    },
  ];
  const of = (taken: number, most: number | undefined) =>
    most === undefined
      ? figures.points(taken)
      : t("eventKeeping.ofMost", { taken: figures.points(taken), most: figures.points(most) });
  return (
    <Table
      caption={t("eventKeeping.title")}
      columns={columns}
      rows={events}
      rowKey={({ eventId }) => eventId}
    />
  );
}
