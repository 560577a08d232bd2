import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import pg from "pg";
import { expect, inject, test } from "vitest";
import { withSchemaEngine } from "#app/platform/migrations/schema-engine.server.ts";
import { testDatabase } from "../../support/database.ts";

const database = testDatabase();

test("the migrations make exactly the tables that schema.prisma describes", async () => {
  const schema = await readFile("prisma/schema.prisma", "utf8");
  const { stdout } = await withSchemaEngine(database.url, schema, (engine) =>
    engine.diff({
      from: { tag: "empty" },
      to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema }] },
      script: true,
      exitCode: false,
      shadowDatabaseUrl: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );

  const name = `marque_test_${process.pid}_${randomBytes(4).toString("hex")}`;
  const server = new pg.Client({ connectionString: inject("databaseServer") });
  await server.connect();
  await server.query(`create database ${name}`);
  const url = new URL(inject("databaseServer"));
  url.pathname = `/${name}`;
  const described = new pg.Client({ connectionString: url.href });
  await described.connect();
  const migrated = new pg.Client({ connectionString: database.url });
  await migrated.connect();
  try {
    await described.query(stdout as string);
    expect(await columns(migrated)).toEqual(await columns(described));
  } finally {
    await Promise.all([described.end(), migrated.end()]);
    await server.query(`drop database ${name} with (force)`);
    await server.end();
  }
});

async function columns(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(
    `select format('%s.%s %s %s %s', table_name, column_name, udt_name, is_nullable, column_default) as line
     from information_schema.columns
     where table_schema = 'public' and table_name not in ('_prisma_migrations', '_applied_sql')
     order by 1`,
  );
  return rows.map((row) => row.line);
}

test("history refuses to be changed, even by the database's owner", async () => {
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  await owner.query("insert into audit_entry(action, subject) values ('looked', 'member:1')");
  await expect(owner.query("update audit_entry set action = 'x'")).rejects.toThrow("append-only");
  await expect(owner.query("delete from audit_entry")).rejects.toThrow("append-only");
  await expect(owner.query("truncate audit_entry")).rejects.toThrow("append-only");
  await owner.end();
});
