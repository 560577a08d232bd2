import type { ImportKind } from "./import-run.ts";

/** The columns by which a kind of file is known, each in Chinese and in English: no other kind has them. */
const tellingColumns: Record<ImportKind, readonly (readonly string[])[]> = {
  members: [
    ["会员号", "member_number"],
    ["入会日期", "joined_on"],
  ],
  "service-orders": [
    ["工单号", "order_number"],
    ["结算日期", "settled_at"],
  ],
};

/** What a file that was sent as one kind may be instead, and how that is known; see `TableShape`. */
export function othersThan(kind: ImportKind) {
  return (Object.keys(tellingColumns) as ImportKind[])
    .filter((other) => other !== kind)
    .map((table) => ({ table, columns: tellingColumns[table] }));
}
