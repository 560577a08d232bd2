import { expect } from "vitest";
import { fileKinds } from "#app/features.server.ts";
import { type RowUndone, readReversalCounts } from "#app/modules/imports/import-reversal.ts";
import { requestReversal } from "#app/modules/imports/request-reversal.server.ts";
import { reverseImport } from "#app/modules/imports/reverse-import.server.ts";
import { db } from "#app/platform/db.server.ts";
import { importDay } from "./imports.ts";
import { aPerson } from "./people.ts";

/** Takes an import back as a worker would, and gives its counts. */
export async function takeBack(importId: number, reason = "The wrong file") {
  const { id } = await aPerson({ roles: ["admin"] });
  expect(await requestReversal(db(), { importId, by: id, reason })).toEqual({ ok: true });
  const attempt = {
    lastAttempt: true,
    signal: new AbortController().signal,
    bookAt: importDay,
  };
  await reverseImport(importId, attempt, fileKinds);
  const run = await db().importRun.findUniqueOrThrow({ where: { id: importId } });
  expect(run.reversalState).toBe("finished");
  return readReversalCounts(run.reversalCounts);
}

/** What became of each row of an import that was taken back, by its line. */
export async function undoneRows(importId: number): Promise<Record<number, RowUndone>> {
  const rows = await db().importRow.findMany({
    where: { importId },
    orderBy: { rowNumber: "asc" },
  });
  return Object.fromEntries(
    rows.flatMap(({ rowNumber, detail }) => {
      const undone = (detail as { undone?: RowUndone } | null)?.undone;
      return undone ? [[rowNumber, undone]] : [];
    }),
  );
}

/** Every order as it counts, without its ids: what two ways to the same place have to agree on. */
export async function allOrders() {
  return db().$queryRaw<Record<string, unknown>[]>`
    select store.name as store, o.order_number, o.settled_at, o.vin, o.plate, o.vin_doubtful, o.model,
      o.odometer_km, o.kind, o.paid_minor, o.payer, o.state, o.rank, o.car_id, o.member_id,
      award.points, award.status, award.available_at, award.lapses_at
    from service_order o join store on store.id = o.store_id
    left join lateral (
      select p.amount::int as points, lot.available_at, lot.lapses_at,
        (select sum(points)::int from ledger.status_entry s where s.txn_id = t.id) as status
      from ledger.txn t left join ledger.posting p on p.txn_id = t.id
        left join ledger.lot on lot.txn_id = t.id and lot.origin_lot is null
      where t.id = o.award_txn_id) award on true
    order by store.name, o.order_number`;
}
