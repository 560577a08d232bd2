import { earnPoints } from "#app/modules/ledger/earn-points.server.ts";
import type { Award } from "#app/modules/ledger/entry.ts";
import { reverseEntry } from "#app/modules/ledger/reverse-entry.server.ts";
import { defaultClubRules } from "#app/modules/rulebook/club-rules.ts";
import { lapsesAt } from "#app/modules/rulebook/lapse.ts";
import type { Payer } from "#app/modules/rulebook/payer.ts";
import type { WorkKind } from "#app/modules/rulebook/work-kind.ts";
import { judgeOrder } from "#app/modules/service/earning.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";

// Cars, visits and gold for the owner's pages. Points go through the ledger, as everywhere.

export const time = clubTime("Asia/Shanghai");
/** Noon of a day in the club's time zone. */
export const noon = (day: string) => time.instantOf(day, 12, 0, 0);

type Owner = { memberId: number; accountId: number };
let count = 0;

/** A car in an owner's hands from a day on, until another where one is given. */
export async function aCar(
  owner: Owner,
  car: {
    plate?: string;
    model?: string;
    vin?: string;
    from?: string;
    until?: string;
    id?: number;
  } = {},
): Promise<number> {
  const { plate = null, model = null, vin = null, from = "2020-01-01", until } = car;
  const id = car.id ?? (await db().car.create({ data: { plate, model, vin } })).id;
  await db().carHolding.create({
    data: {
      carId: id,
      memberId: owner.memberId,
      startsAt: time.startOfDay(from),
      endsAt: until ? time.startOfDay(until) : null,
    },
  });
  return id;
}

type Work = Partial<{
  kind: WorkKind;
  paid: number;
  payer: Payer;
  odometerKm: number;
  tier: "silver" | "gold";
  programme: string;
  store: string;
  state: "settled" | "reversed";
  /** Settled on the workshop's account and not yet paid. */
  pending: boolean;
}>;

/** An order of an owner's car, settled at noon of a day and awarded as the rules say. `paid` is in yuan. */
export async function anOrder(
  owner: Owner | null,
  carId: number,
  day: string,
  work: Work = {},
): Promise<{ orderId: number; entryId: number | null }> {
  count += 1;
  const { kind = "maintenance", payer = "owner", state = "settled", tier = "silver" } = work;
  const paidMinor = (work.paid ?? 1200) * 100;
  const settledAt = noon(day);
  const storeName = work.store ?? "城东店";
  const store = await db().store.upsert({
    where: { name: storeName },
    create: { name: storeName },
    update: {},
  });
  const order = await db().serviceOrder.create({
    data: {
      storeId: store.id,
      orderNumber: `RO${day.replaceAll("-", "")}${String(count).padStart(3, "0")}`,
      settledAt,
      kind,
      payer,
      state,
      odometerKm: work.odometerKm ?? null,
      labourMinor: paidMinor,
      partsMinor: 0,
      discountMinor: 0,
      paidMinor,
      rank: 1,
      carId,
      memberId: owner?.memberId ?? null,
    },
  });
  if (!owner || state === "reversed") return { orderId: order.id, entryId: null };
  const earner = { tier, programme: work.programme ?? "home" };
  const award = judgeOrder(
    { rowKind: "order", kind, paid: paidMinor, payer },
    earner,
    defaultClubRules.earning,
  );
  if (award.points === 0) return { orderId: order.id, entryId: null };
  const { arithmetic } = award;
  const entry: Award = {
    scope: "service",
    key: `order-${order.id}`,
    accountId: owner.accountId,
    points: award.points,
    statusPoints: award.status,
    availableAt: award.pending ? null : settledAt,
    lapsesAt: award.pending ? null : lapsesAt(settledAt, 24, time),
    effectiveAt: settledAt,
    meta: {
      for: "service",
      orderId: order.id,
      orderNumber: order.orderNumber,
      store: storeName,
      settledOn: award.pending ? null : day,
      paidMinor,
      currency: "CNY",
      base: award.base,
      tier,
      multiplier: arithmetic.tierPercent / 100,
      programme: arithmetic.programme,
      programmePercent: arithmetic.programmePercent,
      ruleVersion: 1,
    },
  };
  const { entryId } = await earnPoints(db(), entry, settledAt);
  await db().serviceOrder.update({ where: { id: order.id }, data: { awardTxnId: entryId } });
  return { orderId: order.id, entryId };
}

/** Takes an award back. */
export async function takeBack(
  entryId: number,
  orderNumber: string,
  reason: string,
  now?: Date,
): Promise<void> {
  const meta = { for: "correction", reason, orderNumber } as const;
  await reverseEntry(db(), { scope: "service", key: `back-${entryId}`, entryId, meta }, now);
}

/** A span of gold from the start of a day through the end of another. */
export async function goldFrom(
  owner: Owner,
  from: string,
  through: string,
  cause: "imported" | "dues" | "granted" = "imported",
): Promise<void> {
  await db().tierPeriod.create({
    data: {
      memberId: owner.memberId,
      tier: "gold",
      startsAt: time.startOfDay(from),
      endsAt: time.endOfDay(through),
      cause,
    },
  });
}

/** Days counted from now, for pages that are read by the database's clock: `daysAgo(30)`. */
export function daysAgo(days: number): string {
  return time.dayOf(new Date(Date.now() - days * 86_400_000));
}
