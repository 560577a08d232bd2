import { readFileSync } from "node:fs";
import type { ImportSettings } from "#app/modules/imports/import-file.server.ts";
import type { ImportAnswer } from "#app/modules/imports/import-run.ts";
import { loadBalances } from "#app/modules/ledger/load-balances.server.ts";
import { importMembers } from "#app/modules/membership/import-members.server.ts";
import { importServiceOrders } from "#app/modules/service/import-service-orders.server.ts";
import { db } from "#app/platform/db.server.ts";
import { bytesSource } from "#app/platform/table-file.server.ts";

/** The day for which expected.json was worked out: its noon in the club's zone. */
export const importDay = new Date("2026-11-21T04:00:00Z");

export type Points = { available: number; pending: number; status: number };

type Expected = {
  rows: Record<string, number>;
  ignored_lines: number;
  rejected_by_reason: Record<string, number>;
  orders_held: number;
  orders_of_members: number;
  members: Record<string, Points>;
};

export const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url));

/** What the two fixtures must come to, worked out apart from any implementation. */
export const expected: Expected = JSON.parse(fixture("expected.json").toString("utf8"));

type Settings = Partial<ImportSettings> & { bookAt?: Date };

/** Brings a roll in on the fixtures' day. */
export function bringRoll(bytes: Uint8Array, settings: Settings = {}): Promise<ImportAnswer> {
  return importMembers(bytesSource(bytes), {
    fileName: "members.csv",
    bookAt: importDay,
    ...settings,
  });
}

/** Brings a workshop's export in on the fixtures' day. */
export function bringOrders(bytes: Uint8Array, settings: Settings = {}): Promise<ImportAnswer> {
  return importServiceOrders(bytesSource(bytes), {
    fileName: "service-orders.csv",
    bookAt: importDay,
    ...settings,
  });
}

/** Every member's points on the fixtures' day, by member number. */
export async function allPoints(now = importDay): Promise<Record<string, Points>> {
  const members = await db().member.findMany({ select: { number: true, accountId: true } });
  const balances = await loadBalances(
    db(),
    members.map(({ accountId }) => Number(accountId)),
    now,
  );
  return Object.fromEntries(
    members.map(({ number, accountId }) => {
      const balance = balances.get(Number(accountId));
      if (!balance) throw new Error(`No balance for ${number}`);
      const { available, pending, statusPoints } = balance;
      return [number, { available, pending, status: statusPoints }];
    }),
  );
}
