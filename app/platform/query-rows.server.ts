import pg from "pg";
import type { Prisma } from "#app/generated.server/prisma/client.ts";
import { type Db, db, dbPool } from "./db.server.ts";

/** Whole numbers of eight bytes come as `bigint`, as Prisma gives them. */
const types = {
  getTypeParser: ((oid: number, format: "text" | "binary") =>
    oid === pg.types.builtins.INT8
      ? BigInt
      : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/**
 * The rows of a query that every page asks, or every booking.
 *
 * Prisma spends half a millisecond of processor time on a query, more than the database does on most of
 * these. So outside a transaction they go through the same pool without it. Days have to be selected as
 * text: the driver's idea of a day depends on the server's time zone.
 */
export async function queryRows<Row>(on: Db, sql: Prisma.Sql): Promise<Row[]> {
  if (on !== db()) return on.$queryRaw<Row[]>(sql);
  const { rows } = await dbPool().query({ text: sql.text, values: sql.values, types });
  return rows as Row[];
}
