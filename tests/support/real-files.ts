import { readFileSync } from "node:fs";
import type { RowOutcome } from "#app/modules/imports/import-run.ts";

/** The exports that the demo club is made of, byte for byte. */
export const fixture = (name: "members.csv" | "service-orders.csv"): Buffer =>
  readFileSync(new URL(`../../prisma/seed/data/${name}`, import.meta.url));

export type Points = { available: number; pending: number; status: number };

/** What the two files must come to, worked out apart from any implementation. */
export const expected: {
  rows: Record<RowOutcome, number>;
  ignored_lines: number;
  rejected_by_reason: Record<string, number>;
  orders_held: number;
  orders_of_members: number;
  members: Record<string, Points>;
} = JSON.parse(readFileSync(new URL("../fixtures/expected.json", import.meta.url), "utf8"));
