import type { StatementEntry } from "#app/modules/ledger/entry.ts";
import { entryState, entryTitle } from "#app/modules/points/entry-words.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useClub } from "#app/site/root-data.ts";
import { type Figures, useFigures } from "#app/site/use-figures.ts";
import { type EntryState, StampedEntry, type StampedEntryProps } from "#app/ui/stamped-entry.tsx";
import { EntryMark } from "./entry-mark.tsx";

/** Of an entry, what its line shows without being opened. */
export type LineOfEntry = Pick<
  StatementEntry,
  "entryId" | "kind" | "points" | "valueAt" | "meta"
> & { state: EntryState };

/** @param now whether an entry is pending is told as of then. */
export function lineOf(entry: StatementEntry, now: Date): LineOfEntry {
  const { entryId, kind, points, valueAt, meta } = entry;
  return { entryId, kind, points, valueAt, meta, state: entryState(entry, now) };
}

/** What an entry's line says, in the reader's language. */
export function useEntryLine(line: LineOfEntry): StampedEntryProps {
  const t = useT();
  const figures = useFigures();
  const { entryId, kind, meta, points, state } = line;
  return {
    id: `entry-${entryId}`,
    mark: <EntryMark kind={kind} meta={meta} />,
    title: entryTitle(t, kind, meta, useClub().englishStores),
    meta: dayOf(line, t, figures),
    amount: figures.change(points),
    state,
    stateLabel: state === "pending" || state === "reversed" ? t(`entry.state.${state}`) : undefined,
  };
}

/** A line of the statement where there is no room to open it, as on the home page. */
export function EntryLine({ line }: { line: LineOfEntry }) {
  return <StampedEntry {...useEntryLine(line)} />;
}

/** The day an order was settled, and where it came in later, the day under which it stands. */
function dayOf({ valueAt, meta }: LineOfEntry, t: Translate, say: Figures): string {
  const day = say.day(valueAt);
  if (meta.for !== "service" || !meta.settledOn) return day;
  const settled = say.calendarDay(meta.settledOn);
  return settled === day ? day : t("entry.bookedLater", { settled, day });
}
