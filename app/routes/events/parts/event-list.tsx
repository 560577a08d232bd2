import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { ListedEvent } from "#app/modules/events/load-events.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { EventWaitBadge } from "#app/site/event-wait-notice.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Section } from "#app/ui/page.tsx";
import { EventPicture } from "./event-picture.tsx";
import { eventPrice, isAhead, leftWords, stateWords } from "./event-words.ts";

interface EventsByMonthProps {
  events: readonly ListedEvent[];
  at: string;
  /** Whether the reader is; null for who is not known. */
  isGold: boolean | null;
}

/** Events by months, the next first. */
export function EventsByMonth({ events, at, isGold }: EventsByMonthProps) {
  const figures = useFigures();
  const months = new Map<string, ListedEvent[]>();
  for (const event of events) {
    const month = figures.month(event.startsAt);
    months.set(month, [...(months.get(month) ?? []), event]);
  }
  return [...months].map(([month, listed]) => (
    <Section key={month} id={`events-${listed[0]?.id}`} title={month}>
      <EventList>
        {listed.map((event) => (
          <EventItem
            key={event.id}
            event={event}
            to={`${at}/${event.slug}`}
            isShut={event.goldOnly && isGold === false && isAhead(event.registering)}
          />
        ))}
      </EventList>
    </Section>
  ));
}

/** One under the other on a phone, two side by side on a desk. */
export function EventList({ children }: { children: ReactNode }) {
  return <ul className="grid gap-x-10 border-t border-rule min-[56rem]:grid-cols-2">{children}</ul>;
}

interface EventItemProps {
  event: ListedEvent;
  to: string;
  /** It is not for the reader: what is left is not said to them. */
  isShut?: boolean;
  /** How the reader stands with it, instead of what is left. */
  own?: ReactNode;
}

/** An event: its drawing, when and where it is, what it costs, and whether there is room. */
export function EventItem({ event, to, isShut = false, own }: EventItemProps) {
  const t = useT();
  const figures = useFigures();
  const state = stateWords(event.registering, t, figures);
  const left = event.registering.can === "register" ? leftWords(event.left, t) : null;
  return (
    <li className="relative grid grid-cols-[5.5rem_minmax(0,1fr)] gap-4 border-b border-rule py-4 xs:grid-cols-[7rem_minmax(0,1fr)] min-[56rem]:grid-cols-[9rem_minmax(0,1fr)]">
      <div className="self-start rounded-md border border-rule bg-sheet p-2">
        <EventPicture event={event} sizes="9rem" />
      </div>
      <div className="min-w-0">
        <h3 className="text-[1.0625rem] leading-snug break-words">
          <Link
            to={to}
            className="text-ink no-underline after:absolute after:inset-0 hover:underline"
          >
            {event.title}
          </Link>
        </h3>
        <p className="mt-1 text-[0.9375rem] leading-snug">
          {figures.span(event.startsAt, event.endsAt)}
        </p>
        <p className="text-[0.9375rem] leading-snug text-ink-soft">
          {[event.place, eventPrice(event.price, t, figures)].filter(Boolean).join(" · ")}
        </p>
        <p className="mt-2 flex flex-wrap gap-1.5">
          {event.wait && <EventWaitBadge wait={event.wait} startsAt={event.startsAt} />}
          {event.goldOnly && <Badge>{t("events.gold")}</Badge>}
          {own ??
            (!isShut && (
              <Badge tone={state.tone} wraps>
                {left ?? state.words}
              </Badge>
            ))}
        </p>
      </div>
    </li>
  );
}
