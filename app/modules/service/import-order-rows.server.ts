import { type NamedStore, storesByName } from "#app/modules/club/named-stores.server.ts";
import type { ClubWords } from "#app/modules/rulebook/order-word.ts";
import {
  changeStatus,
  type GoldOutcome,
  type StatusChange,
} from "#app/modules/standing/change-status.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { findHolders } from "./find-holders.server.ts";
import { carsByName, lockHeldOrders, type StoredOrder } from "./held-orders.server.ts";
import { misjudgedOrders, writeRejudged } from "./misjudged-orders.server.ts";
import {
  awardEntry,
  type JudgedOrder,
  type JudgingContext,
  judgeFor,
  type TakeBackReason,
  type WaitedAward,
  waitedAward,
} from "./order-award.ts";
import { goesBack } from "./order-outcome.ts";
import {
  type OrderPlan,
  type OrderRow,
  planOrders,
  rowsNeedingCars,
  type Verdict,
} from "./order-plan.ts";
import { type OrderMoves, postAwards } from "./post-awards.server.ts";
import {
  type ImportedOrderRow,
  type OrderStep,
  reportOrderRows,
  waitingRow,
} from "./report-order-rows.ts";
import type { ServiceOrder } from "./service-order.ts";
import { keepWaitingRows, twinsOfAskedStores } from "./waiting-rows.server.ts";
import { newOrderIds, type OrderToWrite, writeOrders } from "./write-orders.server.ts";

export type OrderImportContext = JudgingContext & {
  /** For tests: the instant the ledger books at; its own clock otherwise. */
  bookAt?: Date;
  /** The import that the rows are from; null for the API. */
  importId: number | null;
  /** What the club has said that words mean. */
  words: ClubWords;
};

type Work = {
  plan: OrderPlan<StoredOrder>;
  stored: StoredOrder | null;
  id: number;
  steps: OrderStep[];
};

/**
 * Takes rows about workshop orders in, whatever was held before: orders are kept and corrected, awards
 * booked and taken back, tiers that status points bring are kept up. All in the caller's transaction,
 * by a fixed number of statements however many rows there are.
 *
 * A row of which only a person can say which order it is about is kept for them, and changes nothing
 * (order-match.ts). An order whose car nobody holds is kept without points, for whoever claims it later. Where a row
 * changes a member's times of gold, that member's other orders are judged again at the right tier.
 *
 * @returns what became of each row, in the order given, under its store's own name.
 */
export async function importOrderRows(
  db: Db,
  given: OrderRow[],
  context: OrderImportContext,
): Promise<ImportedOrderRow[]> {
  const named = await storesByName(
    db,
    given.map(({ order }) => order.store),
    context.importId,
  );
  const rows = given.map((row) => underStoresName(row, named));
  const stores = new Map([...named.values()].map(({ id, name }) => [name, id]));
  const twins = await twinsOfAskedStores(db, rows, stores, context.time);
  const taken = rows.filter((row) => !twins.has(row));
  const held = await lockHeldOrders(
    db,
    taken.map(({ order }) => order),
    stores,
    context.time,
  );
  const cars = await carsByName(db, rowsNeedingCars(taken, held));
  const { plans, doubtful } = planOrders(taken, held, cars);
  const work = await prepare(db, plans);

  const gold = await judge(db, work, context);
  const rejudged = await misjudgedOrders(
    db,
    work.filter(isJudged).map(({ id }) => id),
    gold,
    context,
  );
  const moves = work.map((each) => movesOf(each, context));
  const standing = await postAwards(
    db,
    [...moves, ...rejudged.map(({ moves }) => moves)],
    context.bookAt,
  );

  const changed = work.filter(({ steps }) =>
    steps.some(({ verdict }) => verdict.decision.remember),
  );
  await writeOrders(
    db,
    changed.map((each) => orderToWrite(each, stores, standing)),
    context.importId,
  );
  await writeRejudged(db, rejudged, standing);
  const report = reportOrderRows(
    work.map(({ id, stored, steps }) => ({
      id,
      standing: {
        member: stored?.memberNumber ?? null,
        points: stored?.award?.points ?? 0,
        pending: stored?.award?.pending ?? false,
      },
      steps,
    })),
    rejudged,
  );
  for (const { row } of doubtful) report.set(row, waitingRow(row, "number_of_another_car"));
  for (const row of twins.keys()) report.set(row, waitingRow(row, "order_of_another_store"));
  await keepWaitingRows(
    db,
    [
      ...doubtful.map(({ of, row }) => {
        const orderId = of.held?.id ?? work.find(({ plan }) => plan === of.plan)?.id ?? null;
        return { row, orderId, asksStoreId: null };
      }),
      ...[...twins].map(([row, asksStoreId]) => ({ row, orderId: null, asksStoreId })),
    ],
    stores,
    context.importId,
  );
  return rows.map((row) => report.get(row) as ImportedOrderRow);
}

/** A row by its store's own name, so that one order has one key however the store was written. */
function underStoresName(row: OrderRow, stores: ReadonlyMap<string, NamedStore>): OrderRow {
  const name = stores.get(row.order.store)?.name ?? row.order.store;
  return name === row.order.store ? row : { ...row, order: { ...row.order, store: name } };
}

function isJudged({ steps }: Work): boolean {
  return steps.some(({ verdict }) => verdict.decision.rejudge);
}

async function prepare(db: Db, plans: OrderPlan<StoredOrder>[]): Promise<Work[]> {
  const ids = await newOrderIds(db, plans.filter(({ held }) => held === null).length);
  const work = plans.map((plan): Work => {
    const stored = plan.held;
    const id = stored?.id ?? (ids.pop() as number);
    let content = stored?.content ?? null;
    const steps = plan.verdicts.map((verdict) => {
      if (verdict.decision.takesContent || content === null) content = verdict.row.order;
      return { verdict, content, found: null, judgement: null };
    });
    return { plan, stored, id, steps };
  });
  const asking = work.flatMap(({ stored, steps }) =>
    steps
      .filter(({ verdict: { decision } }) => {
        return decision.takesContent || (decision.rejudge && !decision.cancelled);
      })
      .map((step) => ({ stored, step })),
  );
  const answers = await findHolders(
    db,
    asking.map(({ stored, step }) => {
      const { vin, writtenVin, plate, settledAt } = step.content;
      return {
        vin,
        writtenVin,
        plate,
        at: settledAt,
        ownerSoFar: ownerSoFar(step.content, stored),
      };
    }),
  );
  asking.forEach(({ step }, index) => {
    step.found = answers[index] ?? null;
  });
  return work;
}

/** Judges every step, at the tiers that hold once all of them are booked. */
async function judge(
  db: Db,
  work: Work[],
  context: OrderImportContext,
): Promise<Map<number, GoldOutcome>> {
  const changes: StatusChange[] = [];
  for (const { stored, steps } of work) {
    const judged = steps.filter(({ verdict }) => verdict.decision.rejudge);
    if (judged.length > 0 && stored?.award && stored.memberId !== null) {
      const { status, countsAt } = stored.award;
      changes.push({ memberId: stored.memberId, points: -status, countsAt });
    }
    for (const step of judged) {
      const holder = earnerOf(step);
      if (!holder || step.verdict.decision.cancelled) continue;
      const order = judgedBy(step);
      // Status points are the base points: they do not depend on the tier that is asked for.
      const stands = step === judged.at(-1);
      const points = stands ? judgeFor(order, holder, [], context).status : 0;
      changes.push({ memberId: holder.memberId, points, countsAt: order.settledAt });
    }
  }
  const gold = await changeStatus(db, changes, context);
  for (const step of work.flatMap(({ steps }) => steps)) {
    const { decision } = step.verdict;
    const holder = earnerOf(step);
    if (!holder || !decision.rejudge || decision.cancelled) continue;
    const periods = gold.get(holder.memberId)?.periods ?? [];
    step.judgement = judgeFor(judgedBy(step), holder, periods, context);
  }
  return gold;
}

const earnerOf = ({ found }: OrderStep) => (found?.earns ? found.holder : null);

/** The order as it is judged once a row is taken: by its content, less what has gone back. */
const judgedBy = ({ content, verdict }: OrderStep): JudgedOrder => ({
  ...content,
  refunded: verdict.decision.refunded,
});

function reasonOf({ row, decision }: Verdict): TakeBackReason {
  if (decision.cancelled) return "order-cancelled";
  return goesBack(row.order.rowKind) ? "order-refunded" : "order-corrected";
}

function movesOf({ id, plan, stored, steps }: Work, context: OrderImportContext): OrderMoves {
  const { order } = (plan.verdicts[0] as Verdict).row;
  let revision = stored?.revision ?? 0;
  let before: WaitedAward | null = stored?.award ?? null;
  return {
    orderId: id,
    order,
    standing: stored?.award?.entryId ?? null,
    steps: steps
      .filter(({ verdict }) => verdict.decision.rejudge)
      .map((step) => {
        const { verdict, found, judgement } = step;
        revision++;
        const holder = found?.holder;
        const award =
          holder && judgement
            ? awardEntry(id, revision, judgedBy(step), holder, judgement, before, context)
            : null;
        before = award && waitedAward(award);
        return { revision, reason: reasonOf(verdict), award };
      }),
  };
}

function orderToWrite(
  { plan, stored, id, steps }: Work,
  stores: ReadonlyMap<string, number>,
  standing: ReadonlyMap<number, number>,
): OrderToWrite {
  const source = steps.findLast(({ verdict }) => verdict.decision.takesContent);
  const { order } = (plan.verdicts[0] as Verdict).row;
  return {
    id,
    isNew: stored === null,
    storeId: stores.get(order.store) as number,
    plan,
    carId: source?.found?.carId ?? null,
    memberId: source?.found?.holder?.memberId ?? null,
    awardEntryId: standing.get(id) ?? null,
    revision:
      (stored?.revision ?? 0) + steps.filter(({ verdict }) => verdict.decision.rejudge).length,
  };
}

/** Whose order it is already, if the row speaks of the same car. */
function ownerSoFar(order: ServiceOrder, stored: StoredOrder | null): number | null {
  if (!stored) return null;
  const sameCar = order.vin ? order.vin === stored.vin : order.plate === stored.plate;
  return sameCar ? stored.memberId : null;
}
