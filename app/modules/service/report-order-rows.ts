import type { RowDetail, RowOutcome } from "#app/modules/imports/import-run.ts";
import type { HolderAnswer } from "./find-holders.server.ts";
import type { Judgement } from "./order-award.ts";
import type { OrderRow, Verdict } from "./order-plan.ts";
import type { ServiceOrder } from "./service-order.ts";
import type { OrderRejection } from "./service-order-row.ts";

/** What became of a row, and of the points it is about. */
export type ImportedOrderRow = {
  row: OrderRow;
  /** The order that it is about; null while nobody has said which. */
  orderId: number | null;
  outcome: RowOutcome;
  /** Why it was rejected, or waits. */
  reason: OrderRejection | null;
  detail: RowDetail | null;
};

/** One row's part in what happens to its order: its verdict, whose car it is, and what it earned. */
export type OrderStep = {
  verdict: Verdict;
  /** What the order is once the row is taken. */
  content: ServiceOrder;
  /** Asked only where the order takes another content, or earns otherwise. */
  found: HolderAnswer | null;
  judgement: Judgement | null;
};

/** An award by the member who has it, or whose order it is although it earned nothing. */
type Award = { member: string | null; points: number; pending: boolean };

/** The steps of one order, and the award that stood before them. */
export type OrderSteps = { id: number; standing: Award; steps: readonly OrderStep[] };

/**
 * Says of each row what it did, and to whose points.
 *
 * @param besides points that moved on other orders because a member's tier changed; they are told with
 *   a row that caused it.
 */
export function reportOrderRows(
  orders: readonly OrderSteps[],
  besides: readonly { memberNumber: string; change: number }[],
): Map<OrderRow, ImportedOrderRow> {
  const untold = new Map<string, number>();
  for (const { memberNumber, change } of besides) {
    untold.set(memberNumber, (untold.get(memberNumber) ?? 0) + change);
  }
  const taken = new Map<OrderRow, ImportedOrderRow>();
  for (const { id, standing, steps } of orders) {
    let before = standing;
    for (const { verdict, found, judgement } of steps) {
      const { row, decision } = verdict;
      const member = found?.holder?.memberNumber ?? null;
      const moves = new Map<string, number>();
      let freed = 0;
      const move = (award: Award, sign: 1 | -1) => {
        if (award.member === null) return;
        const more = untold.get(award.member) ?? 0;
        untold.delete(award.member);
        moves.set(award.member, (moves.get(award.member) ?? 0) + sign * award.points + more);
      };
      if (decision.rejudge) {
        // A cancelled order stays its member's; only the award goes.
        const after = {
          member: found ? member : before.member,
          points: judgement?.points ?? 0,
          pending: judgement?.pending ?? false,
        };
        // Of an award that the same rows gave and freed, its points are told as given.
        const waited = before === standing && before.pending && !after.pending;
        if (waited && before.member === after.member) freed = Math.min(before.points, after.points);
        move(before, -1);
        move(after, 1);
        before = after;
      }
      const notes: string[] = [...row.flags];
      if (decision.note) notes.push(decision.note);
      if (found && !found.holder) notes.push("no-member");
      const detail = detailOf({
        member: found ? member : before.member,
        moves: [...moves].filter(([, points]) => points !== 0),
        pending: before.pending,
        freed,
        notes,
      });
      const { outcome } = decision;
      taken.set(row, { row, orderId: id, outcome, reason: null, detail });
    }
  }
  return taken;
}

/** A row that waits for a person: nothing has come of it yet. */
export function waitingRow(row: OrderRow, reason: OrderRejection): ImportedOrderRow {
  return { row, orderId: null, outcome: "rejected", reason, detail: null };
}

/** Leaves out what there is nothing to say of: most rows are a line in a table of a hundred thousand. */
function detailOf(detail: {
  member: string | null;
  moves: [string, number][];
  pending: boolean;
  freed: number;
  notes: string[];
}): RowDetail | null {
  const told: RowDetail = {
    ...(detail.member ? { member: detail.member } : {}),
    ...(detail.moves.length > 0 ? { moves: detail.moves } : {}),
    ...(detail.pending ? { pending: true } : {}),
    ...(detail.freed > 0 ? { freed: detail.freed } : {}),
    ...(detail.notes.length > 0 ? { notes: detail.notes } : {}),
  };
  return Object.keys(told).length > 0 ? told : null;
}
