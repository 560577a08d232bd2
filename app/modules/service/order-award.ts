import type { Award, EntryMeta } from "#app/modules/ledger/entry.ts";
import { lapsesAt } from "#app/modules/rulebook/lapse.ts";
import type { Payer } from "#app/modules/rulebook/payer.ts";
import { type RuleBook, rulesAt } from "#app/modules/rulebook/rule-book.ts";
import type { WorkKind } from "#app/modules/rulebook/work-kind.ts";
import { type GoldPeriod, tierAt } from "#app/modules/standing/tier.ts";
import type { ClubTime } from "#app/platform/club-time.ts";
import { judgeOrder, type OrderAward } from "./earning.ts";
import type { ServiceOrder } from "./service-order.ts";

/** The scopes of the ledger's keys for orders: the same judgement of an order is booked once. */
const awardScope = "service";
export const takeBackScope = "service-taken-back";

/** What an award is judged against. */
export type JudgingContext = {
  book: RuleBook;
  time: ClubTime;
  currency: string;
  /** When it is judged: up to then tiers are worked out, and points that waited are usable from then. */
  now: Date;
};

/** Of an award that stands, what its successor goes by. */
export type WaitedAward = {
  /** The points wait until the owner's account is settled. */
  pending: boolean;
  /** When they became available, where they had waited. */
  availableLate: Date | null;
};

/** Of an order, what its award depends on or its explanation names. */
export type JudgedOrder = Pick<
  ServiceOrder,
  | "store"
  | "number"
  | "rowKind"
  | "settledAt"
  | "settledDay"
  | "plate"
  | "model"
  | "kind"
  | "paid"
  | "payer"
> & {
  /** What of the sum has gone back to the owner. */
  refunded: number;
};

/** An order that is held, as a query gives what its award depends on. */
export type JudgedOrderRow = {
  store: string;
  number: string;
  settled_at: Date;
  plate: string | null;
  model: string | null;
  kind: WorkKind;
  paid_minor: number;
  refunded_minor: number;
  payer: Payer;
};

/** An order that is held, to be judged again as it stands. */
export function judgedOrder(row: JudgedOrderRow, time: ClubTime): JudgedOrder {
  return {
    store: row.store,
    number: row.number,
    rowKind: "order",
    settledAt: row.settled_at,
    settledDay: time.dayOf(row.settled_at),
    plate: row.plate,
    model: row.model,
    kind: row.kind,
    paid: row.paid_minor,
    refunded: row.refunded_minor,
    payer: row.payer,
  };
}

/** Who holds the car an order is for. */
export type Holder = {
  memberId: number;
  memberNumber: string;
  accountId: number;
  programme: string;
};

export type Judgement = OrderAward & { ruleVersion: number };

/** Judges an order by the rules, and at the tier, that held when it was settled. */
export function judgeFor(
  order: JudgedOrder,
  holder: Holder,
  gold: readonly GoldPeriod[],
  { book, time }: Pick<JudgingContext, "book" | "time">,
): Judgement {
  const { version, rules } = rulesAt(book, order.settledAt);
  const tier = tierAt(order.settledAt, gold, rules.tiers, time);
  const left = { ...order, paid: order.paid - order.refunded };
  const award = judgeOrder(left, { tier, programme: holder.programme }, rules.earning);
  return { ...award, ruleVersion: version };
}

/**
 * From when points can be used; null while they wait for the owner's account to be settled. Those that
 * waited count from when that became known, not from their invoice: they could lapse before anybody
 * could have used them.
 */
export function availableFrom(
  settledAt: Date,
  pending: boolean,
  before: WaitedAward | null,
  now: Date,
): Date | null {
  if (pending) return null;
  const freed = before?.pending ? now : before?.availableLate;
  return freed && freed > settledAt ? freed : settledAt;
}

/** What an award's successor goes by. */
export function waitedAward({ availableAt, effectiveAt }: Award): WaitedAward {
  const isLate = availableAt !== null && availableAt > effectiveAt;
  return { pending: availableAt === null, availableLate: isLate ? availableAt : null };
}

/**
 * The ledger's entry for a judgement; null when nothing was earned.
 *
 * @param revision counts the judgements of the order, so that a corrected one is booked anew.
 * @param before the award that it takes the place of, if any.
 */
export function awardEntry(
  orderId: number,
  revision: number,
  order: JudgedOrder,
  holder: Holder,
  judgement: Judgement,
  before: WaitedAward | null,
  { book, time, currency, now }: JudgingContext,
): Award | null {
  if (judgement.points === 0 && judgement.status === 0) return null;
  const { arithmetic, pending } = judgement;
  const { rules } = rulesAt(book, order.settledAt);
  const availableAt = availableFrom(order.settledAt, pending, before, now);
  const car = [order.plate, order.model].filter((part) => part !== null).join(" ");
  return {
    scope: awardScope,
    key: `${orderId}/${revision}`,
    accountId: holder.accountId,
    points: judgement.points,
    statusPoints: judgement.status,
    availableAt,
    lapsesAt: availableAt && lapsesAt(availableAt, rules.lapse.months, time),
    effectiveAt: order.settledAt,
    meta: {
      for: "service",
      orderId,
      orderNumber: order.number,
      store: order.store,
      kind: order.kind,
      ...(car ? { car } : {}),
      settledOn: pending ? null : order.settledDay,
      paidMinor: order.paid - order.refunded,
      ...(order.refunded > 0 ? { refundedMinor: order.refunded } : {}),
      currency,
      base: judgement.base,
      tier: arithmetic.tier,
      multiplier: arithmetic.tierPercent / 100,
      programme: arithmetic.programme,
      programmePercent: arithmetic.programmePercent,
      ruleVersion: judgement.ruleVersion,
    },
  };
}

/** Why an award was taken back. */
export type TakeBackReason =
  | "order-corrected"
  | "order-cancelled"
  | "order-refunded"
  | "tier-changed"
  | "import-reversed"
  | "stores-merged"
  | "visit-voided";

export function takeBackMeta(
  orderId: number,
  order: Pick<JudgedOrder, "store" | "number">,
  reason: TakeBackReason,
): EntryMeta {
  return {
    for: "correction",
    reason,
    orderId,
    orderNumber: order.number,
    store: order.store,
  };
}
