import type { Undone } from "#app/modules/imports/import-reversal.ts";
import {
  changeStatus,
  type GoldOutcome,
  type StatusChange,
} from "#app/modules/standing/change-status.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { findHolders, type HolderAnswer } from "./find-holders.server.ts";
import { lockHeldOrders, type StoredOrder } from "./held-orders.server.ts";
import type { OrderImportContext } from "./import-order-rows.server.ts";
import {
  forgetVersions,
  type ImportedOrder,
  lockImportedOrders,
  removeOrders,
} from "./imported-versions.server.ts";
import { misjudgedOrders, writeRejudged } from "./misjudged-orders.server.ts";
import { awardEntry, type Judgement, judgeFor } from "./order-award.ts";
import { type OrderPlan, planOfContents } from "./order-plan.ts";
import { type OrderMoves, postAwards } from "./post-awards.server.ts";
import type { ServiceOrder } from "./service-order.ts";
import { dropWaitingRows } from "./waiting-rows.server.ts";
import { rewriteOrders } from "./write-orders.server.ts";

/** One order on its way back to what it was without the import. */
type Work = {
  imported: ImportedOrder;
  stored: StoredOrder;
  /** What the other contents come to; null when there are none, and the order goes. */
  plan: OrderPlan | null;
  /** Whether what is earned has to be judged again. */
  rejudge: boolean;
  found: HolderAnswer | null;
  judgement: Judgement | null;
};

/** What became of some orders, and behind which id the next ones begin. */
export type UndoneOrders = { undone: Undone[]; after: number };

/**
 * Takes back what an import did to the next orders it spoke of, in the caller's transaction.
 *
 * An order is what the contents received for it come to (order-outcome.ts), so taking an import's contents
 * away and reading the others again gives the order as it would be without that import: gone, or with its
 * former content, or no longer cancelled. Its award is taken back and judged anew, and so are a member's
 * other orders where gold goes with it; a member's orders of one import go together, so each is judged once. What was built on the import since is left alone.
 *
 * @returns null when no order is left.
 */
export async function undoOrders(
  db: Db,
  importId: number,
  page: { after: number; limit: number },
  context: OrderImportContext,
): Promise<UndoneOrders | null> {
  const next = await lockImportedOrders(db, importId, page, context.time);
  if (page.after === 0) await dropWaitingRows(db, importId);
  if (!next) return null;
  const imported = next.orders;
  const kept = imported.flatMap(({ rows, kept }): Undone[] =>
    kept ? [{ rows, outcome: "kept", because: kept }] : [],
  );
  const work = await prepare(
    db,
    imported.filter((order) => order.kept === null),
    context,
  );
  const gold = await judge(db, work, context);
  const judged = work.filter(({ rejudge }) => rejudge);
  const rejudged = await misjudgedOrders(
    db,
    judged.map(({ stored }) => stored.id),
    gold,
    context,
  );
  const moves = judged.map((each) => movesOf(each, context));
  const standing = await postAwards(
    db,
    [...moves, ...rejudged.map(({ moves }) => moves)],
    context.bookAt,
  );
  await forgetVersions(
    db,
    importId,
    work.map(({ stored }) => stored.id),
  );
  await removeOrders(
    db,
    work.flatMap(({ plan, stored }) => (plan ? [] : [stored.id])),
  );
  await rewriteOrders(
    db,
    judged.flatMap(({ imported, plan, stored, found }) =>
      plan
        ? [
            {
              id: stored.id,
              isNew: false,
              storeId: imported.storeId,
              plan,
              carId: found?.carId ?? null,
              memberId: found?.holder?.memberId ?? null,
              awardEntryId: standing.get(stored.id) ?? null,
              revision: stored.revision + 1,
            },
          ]
        : [],
    ),
  );
  await writeRejudged(db, rejudged, standing);
  return { undone: [...kept, ...report(work, rejudged)], after: next.after };
}

async function prepare(
  db: Db,
  imported: ImportedOrder[],
  context: OrderImportContext,
): Promise<Work[]> {
  const stores = new Map(imported.map(({ store, storeId }) => [store, storeId]));
  const held = await lockHeldOrders(db, imported, stores, context.time);
  const byId = new Map([...held.values()].flat().map((order) => [order.id, order]));
  const work = imported.map((order): Work => {
    const stored = byId.get(order.id) as StoredOrder;
    const plan = planOfContents(order.others, stored.turn);
    const same =
      plan?.after.contentHash === stored.contentHash && plan.after.cancelled === stored.cancelled;
    return { imported: order, stored, plan, rejudge: !same, found: null, judgement: null };
  });
  const asking = work.filter(({ plan, rejudge }) => plan && rejudge);
  const answers = await findHolders(
    db,
    asking.map(({ plan, stored }) => {
      const { vin, plate, settledAt } = contentOf(plan);
      const sameCar = vin ? vin === stored.vin : plate === stored.plate;
      return { vin, plate, at: settledAt, ownerSoFar: sameCar ? stored.memberId : null };
    }),
  );
  asking.forEach((each, index) => {
    each.found = answers[index] ?? null;
  });
  return work;
}

/** Judges what stands again, at the tiers that hold once all of it is booked. */
async function judge(
  db: Db,
  work: Work[],
  context: OrderImportContext,
): Promise<Map<number, GoldOutcome>> {
  const changes: StatusChange[] = [];
  const standing = work.filter(({ plan, rejudge }) => rejudge && plan && !plan.after.cancelled);
  for (const { stored, rejudge } of work) {
    if (!rejudge || !stored.award || stored.memberId === null) continue;
    const { status, countsAt } = stored.award;
    changes.push({ memberId: stored.memberId, points: -status, countsAt });
  }
  for (const { plan, found } of standing) {
    const holder = earnerOf(found);
    if (!holder) continue;
    const order = contentOf(plan);
    const points = judgeFor(order, holder, [], context).status;
    changes.push({ memberId: holder.memberId, points, countsAt: order.settledAt });
  }
  const gold = await changeStatus(db, changes, context);
  for (const each of standing) {
    const holder = earnerOf(each.found);
    if (!holder) continue;
    const periods = gold.get(holder.memberId)?.periods ?? [];
    each.judgement = judgeFor(contentOf(each.plan), holder, periods, context);
  }
  return gold;
}

/** Whose points an order makes; of one that is only their history, nobody's. */
const earnerOf = (found: HolderAnswer | null) => (found?.earns ? found.holder : null);

function movesOf({ imported, plan, stored, found, judgement }: Work, context: OrderImportContext) {
  const holder = found?.holder;
  const revision = stored.revision + 1;
  // Points that the import had made wait never had to: they count from their day again.
  const before = stored.award?.pending ? null : stored.award;
  const award =
    holder && judgement
      ? awardEntry(stored.id, revision, contentOf(plan), holder, judgement, before, context)
      : null;
  const moves: OrderMoves = {
    orderId: stored.id,
    order: imported,
    standing: stored.award?.entryId ?? null,
    steps: [{ revision, reason: "import-reversed", award }],
  };
  return moves;
}

/** Says of each order what became of it; what moved on a member's other orders is told with the first. */
function report(
  work: readonly Work[],
  besides: readonly { memberNumber: string; change: number }[],
): Undone[] {
  const untold = new Map<string, number>();
  for (const { memberNumber, change } of besides) {
    untold.set(memberNumber, (untold.get(memberNumber) ?? 0) + change);
  }
  return work.map(({ imported, plan, stored, found, judgement, rejudge }) => {
    const moved = new Map<string, number>();
    const move = (member: string | null | undefined, points: number) => {
      if (!member) return;
      const more = untold.get(member) ?? 0;
      untold.delete(member);
      moved.set(member, (moved.get(member) ?? 0) + points + more);
    };
    if (rejudge) {
      move(stored.memberNumber, -(stored.award?.points ?? 0));
      move(found?.holder?.memberNumber, judgement?.points ?? 0);
    }
    const moves = [...moved].filter(([, points]) => points !== 0);
    const outcome = !plan ? "removed" : rejudge ? "restored" : "unmoved";
    return { rows: imported.rows, outcome, ...(moves.length > 0 ? { moves } : {}) };
  });
}

/** The content that an order has again. */
function contentOf(plan: OrderPlan | null): ServiceOrder {
  if (!plan?.content) throw new Error("An order without content cannot be judged.");
  return plan.content;
}

/** How many orders an import spoke of. */
export async function countOrdersToUndo(db: Db, importId: number): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: bigint }]>`
    select count(distinct order_id) from service_order_version where import_id = ${importId}`;
  return Number(row.count);
}
