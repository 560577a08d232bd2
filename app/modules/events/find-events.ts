import { type EventKind, eventKinds } from "./plan.ts";

/** What somebody looks for in the list of events. */
export type EventSearch = {
  /** As YYYY-MM of the club's calendar; null for all that are not over. */
  month: string | null;
  kind: EventKind | null;
  /** Only those that somebody can still register for. */
  free: boolean;
  /** The event after which the page begins. */
  after: { startsAt: Date; id: number } | null;
};

/** Reads a search from an address; what cannot be one is not looked for. */
export function readEventSearch(query: URLSearchParams): EventSearch {
  const kind = query.get("kind");
  const month = query.get("month") ?? "";
  const after = /^(\d{1,14})-(\d{1,9})$/.exec(query.get("after") ?? "");
  return {
    month: /^[12]\d{3}-(0[1-9]|1[0-2])$/.test(month) ? month : null,
    kind: eventKinds.find((each) => each === kind) ?? null,
    free: query.get("free") === "1",
    after: after && { startsAt: new Date(Number(after[1])), id: Number(after[2]) },
  };
}

/** The address of a search, at a page that lists events. */
export function eventsAddress(at: string, search: Partial<EventSearch>): string {
  const query = new URLSearchParams();
  if (search.month) query.set("month", search.month);
  if (search.kind) query.set("kind", search.kind);
  if (search.free) query.set("free", "1");
  if (search.after) query.set("after", `${search.after.startsAt.getTime()}-${search.after.id}`);
  return query.size > 0 ? `${at}?${query}` : at;
}
