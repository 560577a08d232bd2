import type { StatementEntry } from "#app/modules/ledger/entry.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { useT } from "#app/platform/words/words.tsx";
import { StampedEntry } from "#app/ui/stamped-entry.tsx";
import { EntryExplanation } from "./entry-explanation.tsx";
import { EntryMark } from "./entry-mark.tsx";
import { entryState, entryTitle } from "./entry-words.ts";
import { type Figures, useFigures } from "./use-figures.ts";

interface OwnerEntryProps {
  entry: StatementEntry;
  /** Whether an entry is pending is told as of then. */
  now: Date;
  /** `line` as on the home page; `explained` opens in place; `open` is open already. */
  show?: "line" | "explained" | "open";
  /** As for `EntryExplanation`. */
  entriesAt?: string;
}

/** A line of the owner's statement. */
export function OwnerEntry({ entry, now, show = "explained", entriesAt }: OwnerEntryProps) {
  const t = useT();
  const figures = useFigures();
  const state = entryState(entry, now);
  return (
    <StampedEntry
      id={`entry-${entry.entryId}`}
      mark={<EntryMark kind={entry.kind} meta={entry.meta} />}
      title={entryTitle(t, entry.kind, entry.meta)}
      meta={dayOf(entry, t, figures)}
      amount={figures.change(entry.points)}
      state={state}
      stateLabel={
        state === "pending" || state === "reversed" ? t(`entry.state.${state}`) : undefined
      }
      balance={
        show === "line" ? undefined : t("entry.balance", { points: figures.points(entry.balance) })
      }
      open={show === "open"}
    >
      {show === "line" ? undefined : <EntryExplanation entry={entry} entriesAt={entriesAt} />}
    </StampedEntry>
  );
}

/** The day in the statement, and the day of settlement where the order came in later. */
function dayOf({ valueAt, meta }: StatementEntry, t: Translate, say: Figures): string {
  const day = say.day(valueAt);
  if (meta.for !== "service" || !meta.settledOn) return day;
  const settled = say.calendarDay(meta.settledOn);
  return settled === day ? day : `${day} · ${t("entry.settledOn", { day: settled })}`;
}
