import { orderContentHash } from "./order-content.ts";
import { afterDecision, decideOrder, type HeldOrder, type OrderDecision } from "./order-outcome.ts";
import { orderKey, type ServiceOrder } from "./service-order.ts";
import type { RowFlag } from "./service-order-row.ts";

/** A row that is an order, and where it stands in its file. */
export type OrderRow = { line: number; order: ServiceOrder; flags: readonly RowFlag[] };

/** What one row does to its order. */
export type Verdict = { row: OrderRow; contentHash: string; decision: OrderDecision };

/** What some rows together do to one order. */
export type OrderPlan = {
  key: string;
  /** In the order of the rows. */
  verdicts: Verdict[];
  /** The content the order has afterwards, when a row changed it. */
  content: ServiceOrder | null;
  after: HeldOrder;
};

/** Decides what rows do to the orders they name, those that name the same order one after the other. */
export function planOrders(
  rows: readonly OrderRow[],
  held: ReadonlyMap<string, HeldOrder>,
): OrderPlan[] {
  const plans = new Map<string, OrderPlan>();
  for (const row of rows) {
    const key = orderKey(row.order);
    const plan = plans.get(key);
    const before = plan?.after ?? held.get(key) ?? null;
    const contentHash = orderContentHash(row.order);
    const hashed = { rowKind: row.order.rowKind, contentHash };
    const decision = decideOrder(hashed, before);
    const after = afterDecision(hashed, before, decision);
    const verdict = { row, contentHash, decision };
    const content = decision.takesContent ? row.order : (plan?.content ?? null);
    if (plan) Object.assign(plan, { content, after }).verdicts.push(verdict);
    else plans.set(key, { key, verdicts: [verdict], content, after });
  }
  return [...plans.values()];
}
