import type { StatementEntry } from "#app/modules/ledger/entry.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { EntryList, MonthHeading } from "#app/ui/stamped-entry.tsx";
import { OwnerEntry } from "./owner-entry.tsx";

/** Entries under the months they count in, the newest first. */
export function StatementMonths({ entries, now }: { entries: StatementEntry[]; now: Date }) {
  const figures = useFigures();
  const months = new Map<string, StatementEntry[]>();
  for (const entry of entries) {
    const month = figures.month(entry.valueAt);
    months.set(month, [...(months.get(month) ?? []), entry]);
  }
  return [...months].map(([month, lines]) => (
    <section key={month} aria-label={month} className="mt-8 first:mt-0">
      <MonthHeading>{month}</MonthHeading>
      <EntryList>
        {lines.map((entry) => (
          <OwnerEntry key={entry.entryId} entry={entry} now={now} />
        ))}
      </EntryList>
    </section>
  ));
}
