import type { EntryKind } from "#app/modules/ledger/entry.ts";

/** The views of a statement that an owner can choose. */
export const statementFilters = ["all", "earned", "spent", "lapsed", "corrected"] as const;
export type StatementFilter = (typeof statementFilters)[number];

const kinds: Record<Exclude<StatementFilter, "all">, EntryKind[]> = {
  earned: ["earn", "opening"],
  spent: ["spend", "capture", "cancel"],
  lapsed: ["lapse"],
  corrected: ["reverse", "adjust"],
};

/** The kinds of entries a view shows; undefined for every kind. */
export function kindsOf(filter: StatementFilter): EntryKind[] | undefined {
  return filter === "all" ? undefined : kinds[filter];
}

/** The view an address names; anything unknown is the whole statement. */
export function readStatementFilter(text: string | null): StatementFilter {
  return statementFilters.find((filter) => filter === text) ?? "all";
}
