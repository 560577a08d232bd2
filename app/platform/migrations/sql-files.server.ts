import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";

/** A file of functions or grants under prisma/sql, which is applied anew whenever it changes. */
export type SqlFile = { name: string; sql: string; digest: string };

/** Reads every file below `folder`, in the order in which they are applied: by path. */
export async function readSqlFiles(folder: string): Promise<SqlFile[]> {
  const names = (await readdir(folder, { recursive: true }))
    .filter((name) => name.endsWith(".sql"))
    .map((name) => name.split(path.sep).join("/"))
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(folder, name), "utf8");
      return { name, sql, digest: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

/** Which of the files differ from what the database has. */
export async function changedSqlFiles(client: pg.ClientBase, files: SqlFile[]): Promise<SqlFile[]> {
  const { rows } = await client.query<{ name: string; digest: string }>(
    "select name, digest from _applied_sql",
  );
  const applied = new Map(rows.map((row) => [row.name, row.digest]));
  return files.filter((file) => applied.get(file.name) !== file.digest);
}

/**
 * Applies the files in one transaction: all of the functions change, or none.
 *
 * The files are written to be applied again (CREATE OR REPLACE), and grants come last by name, so
 * when one function changes all files are applied.
 */
export async function applySqlFiles(client: pg.ClientBase, files: SqlFile[]): Promise<void> {
  await client.query("begin");
  try {
    for (const file of files) {
      await client.query(file.sql).catch((error: Error) => {
        throw new Error(`prisma/sql/${file.name}: ${error.message}`, { cause: error });
      });
      await client.query(
        `insert into _applied_sql(name, digest) values ($1, $2)
         on conflict (name) do update set digest = excluded.digest, applied_at = now()`,
        [file.name, file.digest],
      );
    }
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}
