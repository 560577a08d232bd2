import type { Db } from "#app/platform/db.server.ts";
import type { OpenLot } from "./entry.ts";

type Row = { points: bigint; available_at: string; lapses_at: string };

/** The lots of an account that still have points nobody has set aside. */
export async function loadOpenLots(db: Db, accountId: number): Promise<OpenLot[]> {
  const rows = await db.$queryRaw<Row[]>`
    select sum(remaining - held)::bigint as points,
        to_json(available_at) #>> '{}' as available_at, to_json(lapses_at) #>> '{}' as lapses_at
      from ledger.lot
      where account_id = ${accountId}::bigint and live and remaining > held
      group by lot.available_at, lot.lapses_at`;
  return rows.map((row) => ({
    points: Number(row.points),
    availableAt: readInstant(row.available_at),
    lapsesAt: readInstant(row.lapses_at),
  }));
}

const readInstant = (text: string) => (text === "infinity" ? null : new Date(text));
