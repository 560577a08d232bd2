import { orderContentHash } from "./order-content.ts";
import { type HeldUnderNumber, matchOrder, needsCars } from "./order-match.ts";
import {
  afterDecision,
  decideOrder,
  type HeldOrder,
  type OrderDecision,
  type SaidOfOrder,
} from "./order-outcome.ts";
import { orderKey, type ServiceOrder } from "./service-order.ts";
import type { RowFlag } from "./service-order-row.ts";

/** A row that is an order, and where it stands in its file. */
export type OrderRow = {
  line: number;
  order: ServiceOrder;
  flags: readonly RowFlag[];
  /** What a person said of a row that waited: the id of the order it is about, or that it is another. */
  answer?: { orderId: number } | "another";
};

/** What one row does to its order. */
export type Verdict = { row: OrderRow; contentHash: string; decision: OrderDecision };

/** What some rows together do to one order. */
export type OrderPlan<Held extends HeldOrder = HeldOfNumber> = {
  /** What is held of it before; null for an order that is new. */
  held: Held | null;
  /** Which of the orders of its store and number it is, from 1. */
  turn: number;
  /** In the order of the rows. */
  verdicts: Verdict[];
  /** The content the order has afterwards, when a row changed it. */
  content: ServiceOrder | null;
  after: HeldOrder;
};

/** A row that a person has to decide about, and the order that it may be of: held, or made by rows before it. */
export type DoubtfulRow<Held extends HeldOrder = HeldOfNumber> = {
  row: OrderRow;
  contentHash: string;
  of: { held: Held | null; plan: OrderPlan<Held> | null };
};

/** An order that is held, among others of its store and number. */
export type HeldOfNumber = HeldOrder & Omit<HeldUnderNumber, "seen"> & { id: number; turn: number };

/** The club's cars by the names that orders give them. */
export type CarsByName = (
  names: Pick<ServiceOrder, "vin" | "writtenVin" | "plate">,
) => number | null;

/**
 * Decides what rows do to the orders they name, those about the same order one after the other.
 *
 * @param held what is held under each store and number, see `orderKey`.
 */
export function planOrders<Held extends HeldOfNumber>(
  rows: readonly OrderRow[],
  held: ReadonlyMap<string, readonly Held[]>,
  cars: CarsByName,
): { plans: OrderPlan<Held>[]; doubtful: DoubtfulRow<Held>[] } {
  const plans = new Map<string, OrderPlan<Held>[]>();
  const doubtful: DoubtfulRow<Held>[] = [];
  for (const row of rows) {
    const key = orderKey(row.order);
    const known = held.get(key) ?? [];
    const here = plans.get(key) ?? plans.set(key, []).get(key) ?? [];
    const contentHash = orderContentHash(row.order);
    const found = findPlan({ ...row.order, contentHash, carId: cars(row.order) }, row, known, here);
    if (found.is === "doubtful") {
      doubtful.push({ row, contentHash, of: found.of });
      continue;
    }
    const turn = 1 + Math.max(0, ...[...known, ...here].map((each) => each.turn));
    const plan = withRow(found.plan, found.held, turn, row, contentHash);
    if (plan !== found.plan) here.push(plan);
  }
  return { plans: [...plans.values()].flat(), doubtful };

  function findPlan(
    row: Parameters<typeof matchOrder>[0],
    { answer }: OrderRow,
    known: readonly Held[],
    here: OrderPlan<Held>[],
  ): { is: "doubtful"; of: DoubtfulRow<Held>["of"] } | ({ is: "plan" } & DoubtfulRow<Held>["of"]) {
    if (answer === "another") return { is: "plan", plan: null, held: null };
    if (answer) {
      const named = known.find(({ id }) => id === answer.orderId) ?? null;
      return { is: "plan", plan: planOf(named, here), held: named };
    }
    const match = matchOrder(row, [
      ...known.map((each) => candidate(each, planOf(each, here))),
      ...here.filter((plan) => plan.held === null).map((plan) => candidate(null, plan)),
    ]);
    if (match.is === "another") return { is: "plan", plan: null, held: null };
    const { of } = match.held;
    return match.is === "doubtful" ? { is: "doubtful", of } : { is: "plan", ...of };
  }

  /** An order as it is after the rows before. */
  function candidate(held: Held | null, plan: OrderPlan<Held> | null) {
    const content = plan?.content;
    const seen = plan?.after.seen ?? held?.seen ?? new Map<string, SaidOfOrder>();
    if (content) return { ...content, carId: cars(content), seen, of: { held, plan } };
    return { ...(held as Held), seen, of: { held, plan } };
  }
}

/** What contents come to as one order, in the order in which they came; null of none. */
export function planOfContents(rows: readonly OrderRow[], turn: number): OrderPlan | null {
  return rows.reduce<OrderPlan | null>(
    (plan, row) => withRow(plan, null, turn, row, orderContentHash(row.order)),
    null,
  );
}

/**
 * The rows whose cars have to be looked up, so that it is known which of the orders of their number they are
 * about. Few: most orders are spoken of by one row, or by the same names.
 */
export function rowsNeedingCars(
  rows: readonly OrderRow[],
  held: ReadonlyMap<string, readonly HeldOfNumber[]>,
): ServiceOrder[] {
  const named = new Map<string, ServiceOrder[]>();
  for (const { order } of rows) {
    const key = orderKey(order);
    const others = named.get(key);
    if (others) others.push(order);
    else named.set(key, [order]);
  }
  return [...named].flatMap(([key, orders]) => {
    const known = held.get(key) ?? [];
    const others = [...known, ...orders];
    return orders.some((order) => others.some((other) => needsCars(order, other))) &&
      others.length > 1
      ? orders
      : [];
  });
}

function planOf<Held extends HeldOrder>(
  held: Held | null,
  here: readonly OrderPlan<Held>[],
): OrderPlan<Held> | null {
  return (held && here.find((plan) => plan.held === held)) ?? null;
}

/** A plan with another row; begun where there is none. */
function withRow<Held extends HeldOrder & { turn: number }>(
  plan: OrderPlan<Held> | null,
  held: Held | null,
  turn: number,
  row: OrderRow,
  contentHash: string,
): OrderPlan<Held> {
  const before = plan?.after ?? held;
  const hashed = { rowKind: row.order.rowKind, paid: row.order.paid, contentHash };
  const decision = decideOrder(hashed, before);
  const after = afterDecision(hashed, before, decision);
  const verdict = { row, contentHash, decision };
  const content = decision.takesContent ? row.order : (plan?.content ?? null);
  if (!plan) return { held, turn: held?.turn ?? turn, verdicts: [verdict], content, after };
  Object.assign(plan, { content, after }).verdicts.push(verdict);
  return plan;
}
