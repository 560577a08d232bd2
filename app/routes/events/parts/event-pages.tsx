import { Link } from "@remix-run/react";
import { type EventSearch, eventsAddress } from "#app/modules/events/find-events.ts";
import type { EventList } from "#app/modules/events/load-events.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { MagnifierDrawing } from "#app/ui/drawings/magnifier.tsx";
import { TreePlantingDrawing } from "#app/ui/drawings/tree-planting.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { EventsByMonth } from "./event-list.tsx";
import { EventSearchForm } from "./event-search-form.tsx";

interface EventPagesProps {
  /** The address of the page that lists them. */
  at: string;
  list: EventList;
  search: EventSearch;
  /** Whether the reader is; null for who is not known. */
  isGold: boolean | null;
}

/** What can be looked for, what was found, and the way on. */
export function EventPages({ at, list, search, isGold }: EventPagesProps) {
  const t = useT();
  const { month, kind, free, after } = search;
  const looking = month !== null || kind !== null || free || after !== null;
  return (
    <>
      {(looking || list.kinds.length > 0) && (
        <EventSearchForm at={at} search={search} choices={list} />
      )}
      {list.events.length === 0 && (
        <EmptyState
          drawing={looking ? <MagnifierDrawing /> : <TreePlantingDrawing />}
          action={looking ? <Link to={at}>{t("events.none.all")}</Link> : undefined}
        >
          {t(looking ? "events.none" : "events.empty")}
        </EmptyState>
      )}
      <EventsByMonth events={list.events} at={at} isGold={isGold} />
      {list.next && (
        <p className="mt-8">
          <ButtonLink to={eventsAddress(at, { ...search, after: list.next })} look="quiet">
            {t("events.more")}
          </ButtonLink>
        </p>
      )}
    </>
  );
}
