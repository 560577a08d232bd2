import { expect } from "vitest";
import type { ImportSettings } from "#app/modules/imports/import-file.server.ts";
import type { ImportAnswer } from "#app/modules/imports/import-run.ts";
import { loadBalances } from "#app/modules/ledger/load-balances.server.ts";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { memberNumberOf } from "#app/modules/person/member-number.ts";
import { importMembers } from "#app/modules/roster/import-members.server.ts";
import { importServiceOrders } from "#app/modules/service/import-service-orders.server.ts";
import { db } from "#app/platform/db.server.ts";
import { bytesSource } from "#app/platform/table-file.server.ts";
import { expected, type Points } from "./real-files.ts";

/** The day for which expected.json was worked out: its noon in the club's zone. */
export const importDay = new Date("2026-11-21T04:00:00Z");

export { expected, fixture, type Points } from "./real-files.ts";

type Settings = Partial<ImportSettings> & { bookAt?: Date };

/** Brings a roster in on the fixtures' day. */
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

/** Holds the books of the test's club against every promise of the ledger. */
export async function expectSoundBooks(): Promise<void> {
  const { ok, checks } = await verifyLedger(db());
  expect(checks.filter((check) => !check.ok)).toEqual([]);
  expect(ok).toBe(true);
}

/** Both fixtures are in, as they have to be: with everybody's points at a moment, on the fixtures' day if none is said. */
export async function expectTheExpected(
  points: Record<string, Points> = expected.members,
  now = importDay,
): Promise<void> {
  expect(await allPoints(now)).toEqual(points);
  expect(await db().serviceOrder.count()).toBe(expected.orders_held);
  expect(await db().serviceOrder.count({ where: { memberId: { not: null } } })).toBe(
    expected.orders_of_members,
  );
  await expectSoundBooks();
}

const rollHeader =
  "member_number,name,phone,email,tier,card_programme,joined_on,tier_since,tier_until,vin,plate,model,opening_points,opening_lapses_on,opening_points_2,opening_lapses_on_2";

export type RollRow = Partial<{
  number: string;
  name: string;
  phone: string;
  email: string;
  tier: string;
  programme: string;
  joinedOn: string;
  since: string;
  until: string;
  vin: string;
  plate: string;
  openings: string;
}>;

/** A roster of some members; each row is a valid silver member but for what the test says. */
export function aRoll(...rows: RollRow[]): Buffer {
  const lines = rows.map((row, index) =>
    [
      row.number ?? memberNumberOf(1000 + index),
      quoted(row.name ?? `车主${index}`),
      row.phone ?? `1380000000${index}`,
      row.email ?? `owner${index}@marque.test`,
      row.tier ?? "silver",
      row.programme ?? "home",
      row.joinedOn ?? "2024-01-10",
      row.since ?? "2024-01-10",
      row.until ?? "",
      row.vin ?? "",
      row.plate ?? `沪A1000${index}`,
      "迈腾 330TSI",
      row.openings ?? ",,,",
    ].join(","),
  );
  return Buffer.from(`${[rollHeader, ...lines].join("\r\n")}\r\n`);
}

const orderHeader =
  "工单号,门店,结算日期,车架号,车牌号,进厂里程,维修类型,工时费,配件费,优惠金额,实收金额,付款方式,备注";

export type OrderFileRow = Partial<{
  number: string;
  store: string;
  on: string;
  vin: string;
  plate: string;
  km: string;
  kind: string;
  /** What the invoice came to, where the cashier rounded that down. */
  invoiced: number;
  paid: number;
  payment: string;
  remark: string;
}>;

/** An export of some orders; each row is a valid maintenance of ¥1,000 but for what the test says. */
export function anExport(...rows: OrderFileRow[]): Buffer {
  const lines = rows.map((row, index) => {
    const paid = (row.paid ?? 1000).toFixed(2);
    const invoiced = row.invoiced?.toFixed(2) ?? paid;
    return [
      row.number ?? `RO${index + 1}`,
      row.store ?? "湖畔一店",
      row.on ?? "2026-03-02",
      row.vin ?? "",
      row.plate ?? "沪A10000",
      row.km ?? "",
      row.kind ?? "保养",
      invoiced,
      "0.00",
      "0.00",
      paid,
      row.payment ?? "微信",
      row.remark ?? "",
    ].join(",");
  });
  return Buffer.from(`${[orderHeader, ...lines].join("\r\n")}\r\n`);
}

function quoted(cell: string): string {
  return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
