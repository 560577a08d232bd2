import { createHash } from "node:crypto";
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

const names = new Map<string, string>();

/**
 * A query's name, by which a connection that has seen it needs no parsing and planning again. It follows from the text
 * alone: where this file is loaded twice, as by the demo, both copies use the same connections.
 */
function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) {
    name = createHash("sha256").update(text).digest("base64url");
    names.set(text, name);
  }
  return name;
}

/**
 * The rows of a query that pages ask all the time. There may be few different texts: each is kept by
 * every connection. What varies belongs into the values.
 *
 * Prisma spends half a millisecond of processor time on a query, more than the database does on most of
 * these. So outside a transaction they go through the same pool without it. Days have to be selected as
 * text: the driver's idea of a day depends on the server's time zone.
 */
export async function queryRows<Row>(on: Db, sql: Prisma.Sql): Promise<Row[]> {
  if (on !== db()) return on.$queryRaw<Row[]>(sql);
  const { text, values } = sql;
  const { rows } = await dbPool().query({ name: nameOf(text), text, values, types });
  return rows as Row[];
}
