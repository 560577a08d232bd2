import type { InBoth } from "#app/platform/words/in-language.ts";
import type { ContestTerms, OpenTo } from "./terms.ts";

/** A contest as whoever keeps it has typed it. */
export type ContestDraft = {
  title: InBoth;
  about: InBoth;
  terms: ContestTerms;
  /** Keys of the event's brackets, each ranked by itself; none: one ranking of all. */
  brackets: string[];
  openTo: OpenTo;
  /** Pictures are sent from home until then; null: taken on the spot alone. */
  entriesUntil: Date | null;
};

/** What keeps a draft from being opened. */
export type Missing =
  | "event-draft"
  | "event-cancelled"
  | "event-over"
  | "bracket-gone"
  | "criteria"
  | "home-too-late";

/**
 * What is missing before a contest can be opened; nothing where it can.
 *
 * @param event as it is published; its state, when it ends, and the keys of its brackets.
 */
export function missingOf(
  { terms, brackets, entriesUntil }: Pick<ContestDraft, "terms" | "brackets" | "entriesUntil">,
  event: { state: string; endsAt: Date | null; brackets: readonly string[] },
  now: Date,
): Missing[] {
  const { endsAt } = event;
  const all: [Missing, boolean][] = [
    ["event-draft", event.state === "draft"],
    ["event-cancelled", event.state === "cancelled"],
    ["event-over", endsAt !== null && endsAt <= now],
    ["bracket-gone", brackets.some((key) => !event.brackets.includes(key))],
    ["criteria", terms.kind === "pictures" && terms.criteria.length === 0],
    ["home-too-late", entriesUntil !== null && endsAt !== null && entriesUntil > endsAt],
  ];
  return all.flatMap(([missing, is]) => (is ? [missing] : []));
}
