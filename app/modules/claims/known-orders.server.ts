import { whyNothing } from "#app/modules/garage/visit.ts";
import { toPoints } from "#app/modules/ledger/points.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import type { Payer } from "#app/modules/rulebook/payer.ts";
import { type RuleBook, rulesAt } from "#app/modules/rulebook/rule-book.ts";
import type { WorkKind } from "#app/modules/rulebook/work-kind.ts";
import { APART_DAYS } from "#app/modules/service/order-match.ts";
import type { Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { KnownOrder } from "./filing.ts";
import type { OrderInQuestion } from "./grant-decision.ts";

type Row = {
  member_id: number | null;
  award_txn_id: bigint | null;
  settled_at: Date;
  state: "settled" | "reversed";
  kind: WorkKind;
  payer: Payer;
  /** Less what has gone back. */
  paid_minor: number;
};

/** What is known of orders of a number about a day, at one store or at any: workshops begin their numbers again. */
export async function loadKnownOrders(
  db: Db,
  memberId: number,
  order: { number: string | null; storeId: number | null; visitedOn: Day },
): Promise<KnownOrder[]> {
  if (order.number === null) return [];
  const rows = await db.$queryRaw<Row[]>`
    select o.member_id, o.award_txn_id, o.settled_at, o.state, o.kind, o.payer,
      o.paid_minor - o.refunded_minor as paid_minor
    from store join service_order o on o.store_id = store.id and o.order_number = ${order.number}
    where store.id = coalesce(${order.storeId}::int, store.id)
      and abs(o.settled_at::date - ${order.visitedOn}::date) <= ${APART_DAYS}::int`;
  const book = await loadRuleBook(db);
  return rows.map((row) => {
    const entryId = row.award_txn_id === null ? null : toPoints(row.award_txn_id);
    const nothing = entryId === null ? nothingOf(row, book) : null;
    return { isTheirs: row.member_id === memberId, entryId, nothing };
  });
}

/** An order that somebody says answers a claim; locked. Null where there is none. */
export async function lockOrderInQuestion(
  db: Db,
  orderId: number,
  book: RuleBook,
): Promise<OrderInQuestion | null> {
  const [row] = await db.$queryRaw<Row[]>`
    select member_id, award_txn_id, settled_at, state, kind, payer,
      paid_minor - refunded_minor as paid_minor
    from service_order where id = ${orderId} for update`;
  if (!row) return null;
  const nothing = nothingOf(row, book);
  return {
    memberId: row.member_id,
    entryId: row.award_txn_id === null ? null : toPoints(row.award_txn_id),
    settledAt: row.settled_at,
    nothing: nothing === "not-awarded" ? null : nothing,
  };
}

function nothingOf(row: Row, book: RuleBook) {
  const { state, kind, payer, paid_minor: paidMinor } = row;
  const { rules } = rulesAt(book, row.settled_at);
  return whyNothing({ state, kind, payer, paidMinor }, rules.earning);
}
