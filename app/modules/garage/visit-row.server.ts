import { Prisma } from "#app/generated.server/prisma/client.ts";
import { storeNamed } from "#app/modules/club/store-sql.server.ts";
import type { EntryMeta } from "#app/modules/ledger/entry.ts";
import { entryMeta, entryPoints, isEntryPending } from "#app/modules/ledger/entry-sql.server.ts";
import type { Payer } from "#app/modules/rulebook/payer.ts";
import { type RuleBook, rulesAt } from "#app/modules/rulebook/rule-book.ts";
import type { WorkKind } from "#app/modules/rulebook/work-kind.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { type Visit, type VisitEarned, whyNothing } from "./visit.ts";

/** A visit as {@link VISIT_COLUMNS} reads it. */
export type VisitRow = {
  id: number;
  order_number: string;
  store: InBoth;
  settled_at: Date;
  kind: WorkKind;
  payer: Payer;
  state: "settled" | "reversed";
  labour_minor: number;
  parts_minor: number;
  discount_minor: number;
  paid_minor: number;
  refunded_minor: number;
  odometer_km: number | null;
  award_txn_id: bigint | null;
  points: bigint | null;
  meta: EntryMeta | null;
  pending: boolean;
};

const AWARD = Prisma.sql`visit.award_txn_id`;

/** What a visit shows, of an order called `visit`. */
export const VISIT_COLUMNS = Prisma.sql`
  visit.id, visit.order_number, (select ${storeNamed()} from store where id = visit.store_id) as store,
  visit.settled_at, visit.kind, visit.payer, visit.state,
  visit.labour_minor, visit.parts_minor, visit.discount_minor, visit.paid_minor, visit.refunded_minor,
  visit.odometer_km,
  visit.award_txn_id,
  ${entryPoints(AWARD)} as points,
  ${entryMeta(AWARD)} as meta,
  ${isEntryPending(AWARD)} as pending`;

/** A visit with what it earned, or why it earned nothing under the rules of its day. */
export function readVisit(row: VisitRow, book: RuleBook): Visit {
  return {
    orderId: row.id,
    orderNumber: row.order_number,
    store: row.store,
    settledAt: row.settled_at.toISOString(),
    kind: row.kind,
    labourMinor: row.labour_minor,
    partsMinor: row.parts_minor,
    discountMinor: row.discount_minor,
    paidMinor: row.paid_minor,
    refundedMinor: row.refunded_minor,
    odometerKm: row.odometer_km,
    earned: earnedBy(row, book),
  };
}

function earnedBy(row: VisitRow, book: RuleBook): VisitEarned {
  if (row.award_txn_id !== null && row.points !== null) {
    return {
      points: Number(row.points),
      entryId: Number(row.award_txn_id),
      pending: row.pending,
      meta: row.meta ?? {},
    };
  }
  const { state, kind, payer } = row;
  const paidMinor = row.paid_minor - row.refunded_minor;
  const { rules } = rulesAt(book, row.settled_at);
  return { points: 0, reason: whyNothing({ state, kind, payer, paidMinor }, rules.earning) };
}
