import {
  changeStatus,
  type GoldOutcome,
  type StatusChange,
} from "#app/modules/standing/change-status.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { findHolders, type HolderAnswer } from "./find-holders.server.ts";
import type { StoredOrder } from "./held-orders.server.ts";
import type { OrderImportContext } from "./import-order-rows.server.ts";
import { removeOrders } from "./imported-versions.server.ts";
import { misjudgedOrders, writeRejudged } from "./misjudged-orders.server.ts";
import {
  awardEntry,
  type JudgedOrder,
  type Judgement,
  judgeFor,
  type TakeBackReason,
} from "./order-award.ts";
import { type OrderPlan, type OrderRow, planOfContents } from "./order-plan.ts";
import { type OrderMoves, postAwards } from "./post-awards.server.ts";
import type { ServiceOrder } from "./service-order.ts";
import { rewriteOrders } from "./write-orders.server.ts";

/** An order, and the contents that count for it from now on. */
export type ToReplay = {
  /** As it is held; locked by the caller's transaction. */
  stored: StoredOrder;
  store: string;
  storeId: number;
  number: string;
  /** In the order in which they came. */
  contents: readonly OrderRow[];
};

/** What became of an order: gone with its last content, judged again, or as it was. */
export type ReplayedOrder = {
  outcome: "removed" | "restored" | "unmoved";
  /** Points added, or taken back when negative, by member number. */
  moves: [member: string, points: number][];
};

type Work = {
  of: ToReplay;
  /** What the contents come to; null when there are none, and the order goes. */
  plan: OrderPlan | null;
  /** Whether what is earned has to be judged again. */
  rejudge: boolean;
  found: HolderAnswer | null;
  judgement: Judgement | null;
};

/**
 * Reads the contents of orders again as if they came in now, in the caller's transaction: an order is what the
 * contents received for it come to (order-outcome.ts). Its award is taken back and judged anew where that is
 * something else than is held, and so are a member's other orders where gold goes or comes with it.
 *
 * @param reason what the statement says of the award that is taken back.
 * @returns what became of each, in the order given; what moved on a member's other orders is told with the
 *   first that is the member's.
 */
export async function replayOrders(
  db: Db,
  orders: readonly ToReplay[],
  reason: TakeBackReason,
  context: OrderImportContext,
): Promise<ReplayedOrder[]> {
  const work = await prepare(db, orders);
  const gold = await judge(db, work, context);
  const judged = work.filter(({ rejudge }) => rejudge);
  const rejudged = await misjudgedOrders(
    db,
    judged.map(({ of }) => of.stored.id),
    gold,
    context,
  );
  const moves = judged.map((each) => movesOf(each, reason, context));
  const standing = await postAwards(
    db,
    [...moves, ...rejudged.map(({ moves }) => moves)],
    context.bookAt,
  );
  await removeOrders(
    db,
    work.flatMap(({ plan, of }) => (plan ? [] : [of.stored.id])),
  );
  await rewriteOrders(
    db,
    judged.flatMap(({ of, plan, found }) =>
      plan
        ? [
            {
              id: of.stored.id,
              isNew: false,
              storeId: of.storeId,
              plan,
              carId: found?.carId ?? null,
              memberId: found?.holder?.memberId ?? null,
              awardEntryId: standing.get(of.stored.id) ?? null,
              revision: of.stored.revision + 1,
            },
          ]
        : [],
    ),
  );
  await writeRejudged(db, rejudged, standing);
  return tell(work, rejudged);
}

async function prepare(db: Db, orders: readonly ToReplay[]): Promise<Work[]> {
  const work = orders.map((of): Work => {
    const { stored } = of;
    const plan = planOfContents(of.contents, stored.turn);
    const same =
      plan?.after.contentHash === stored.contentHash &&
      plan.after.cancelled === stored.cancelled &&
      plan.after.refunded === stored.refunded;
    return { of, plan, rejudge: !same, found: null, judgement: null };
  });
  const asking = work.filter(({ plan, rejudge }) => plan && rejudge);
  const answers = await findHolders(
    db,
    asking.map(({ plan, of: { stored } }) => {
      const { vin, writtenVin, plate, settledAt } = contentOf(plan);
      const sameCar = vin ? vin === stored.vin : plate === stored.plate;
      const ownerSoFar = sameCar ? stored.memberId : null;
      return { vin, writtenVin, plate, at: settledAt, ownerSoFar };
    }),
  );
  asking.forEach((each, index) => {
    each.found = answers[index] ?? null;
  });
  return work;
}

/** Judges what stands, at the tiers that hold once all of it is booked. */
async function judge(
  db: Db,
  work: Work[],
  context: OrderImportContext,
): Promise<Map<number, GoldOutcome>> {
  const changes: StatusChange[] = [];
  const standing = work.filter(({ plan, rejudge }) => rejudge && plan && !plan.after.cancelled);
  for (const { of, rejudge } of work) {
    if (!rejudge || !of.stored.award || of.stored.memberId === null) continue;
    const { status, countsAt } = of.stored.award;
    changes.push({ memberId: of.stored.memberId, points: -status, countsAt });
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

function movesOf(
  { of: { stored, store, number }, plan, found, judgement }: Work,
  reason: TakeBackReason,
  context: OrderImportContext,
): OrderMoves {
  const holder = found?.holder;
  const revision = stored.revision + 1;
  // Points that an import had made wait never had to, once it is gone: they count from their day again.
  const before = reason === "import-reversed" && stored.award?.pending ? null : stored.award;
  const award =
    holder && judgement
      ? awardEntry(stored.id, revision, contentOf(plan), holder, judgement, before, context)
      : null;
  return {
    orderId: stored.id,
    order: { store, number },
    standing: stored.award?.entryId ?? null,
    steps: [{ revision, reason, award }],
  };
}

function tell(
  work: readonly Work[],
  besides: readonly { memberNumber: string; change: number }[],
): ReplayedOrder[] {
  const untold = new Map<string, number>();
  for (const { memberNumber, change } of besides) {
    untold.set(memberNumber, (untold.get(memberNumber) ?? 0) + change);
  }
  return work.map(({ of: { stored }, plan, found, judgement, rejudge }) => {
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
    return {
      outcome: !plan ? "removed" : rejudge ? "restored" : "unmoved",
      moves: [...moved].filter(([, points]) => points !== 0),
    };
  });
}

/** The content that an order has again, less what has gone back. */
function contentOf(plan: OrderPlan | null): JudgedOrder & ServiceOrder {
  if (!plan?.content) throw new Error("An order without content cannot be judged.");
  return { ...plan.content, refunded: plan.after.refunded };
}
