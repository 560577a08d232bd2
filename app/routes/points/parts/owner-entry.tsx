import type { StatementEntry } from "#app/modules/ledger/entry.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { StampedEntry } from "#app/ui/stamped-entry.tsx";
import { EntryExplanation } from "./entry-explanation.tsx";
import { lineOf, useEntryLine } from "./entry-line.tsx";

interface OwnerEntryProps {
  entry: StatementEntry;
  /** Whether an entry is pending is told as of then. */
  now: Date;
  /** Open from the start. */
  open?: boolean;
  /** As for `EntryExplanation`. */
  entriesAt?: string;
  /** As for `EntryExplanation`. */
  redemptionsAt?: string;
  /** As for `EntryExplanation`. */
  people?: Record<number, string>;
}

/** A line of the owner's statement, with its explanation to open in place. */
export function OwnerEntry({ entry, now, open, people, ...at }: OwnerEntryProps) {
  const t = useT();
  const figures = useFigures();
  const line = useEntryLine(lineOf(entry, now));
  return (
    <StampedEntry
      {...line}
      balance={t("entry.balance", { points: figures.points(entry.balance) })}
      open={open}
    >
      <EntryExplanation entry={entry} people={people} {...at} />
    </StampedEntry>
  );
}
