import { loadRuleBook } from "#app/modules/membership/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/membership/rule-book.ts";
import type { Payer } from "#app/modules/service/payer.ts";
import type { WorkKind } from "#app/modules/service/work-kind.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type Visit, type VisitEarned, whyNothing } from "./visit.ts";

type Row = {
  id: number;
  order_number: string;
  store: string;
  settled_at: Date;
  kind: WorkKind;
  payer: Payer;
  state: "settled" | "reversed";
  paid_minor: number;
  odometer_km: number | null;
  plate: string | null;
  award_txn_id: bigint | null;
  points: bigint | null;
  pending: boolean;
};

/** A member's latest visits to the workshop with any of their cars, the latest first. */
export async function loadMemberVisits(
  db: Db,
  memberId: number,
  { limit }: { limit: number },
): Promise<(Visit & { plate: string | null })[]> {
  const [rows, book] = await Promise.all([loadRows(db, memberId, limit), loadRuleBook()]);
  return rows.map((row) => ({
    orderId: row.id,
    orderNumber: row.order_number,
    store: row.store,
    settledAt: row.settled_at.toISOString(),
    kind: row.kind,
    paidMinor: row.paid_minor,
    odometerKm: row.odometer_km,
    plate: row.plate,
    earned: earnedBy(row),
  }));

  function earnedBy(row: Row): VisitEarned {
    if (row.award_txn_id !== null && row.points !== null) {
      const [points, entryId] = [Number(row.points), Number(row.award_txn_id)];
      return { points, entryId, pending: row.pending };
    }
    const { state, kind, payer, paid_minor: paidMinor } = row;
    const { rules } = rulesAt(book, row.settled_at);
    return { points: 0, reason: whyNothing({ state, kind, payer, paidMinor }, rules.earning) };
  }
}

function loadRows(db: Db, memberId: number, limit: number): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    select visit.id, order_number, store.name as store, settled_at, kind, payer, state, paid_minor,
           odometer_km, plate, award_txn_id, posting.amount as points,
           coalesce((select bool_or(available_at > now()) from ledger.lot
                     where lot.txn_id = visit.award_txn_id), false) as pending
    from service_order visit
    join store on store.id = visit.store_id
    left join ledger.posting on posting.txn_id = visit.award_txn_id
    where visit.member_id = ${memberId}
    order by settled_at desc, visit.id desc limit ${limit}`;
}
