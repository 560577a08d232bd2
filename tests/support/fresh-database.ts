import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterEach, beforeEach, inject } from "vitest";
import { forgetClub } from "#app/modules/club/load-club.server.ts";
import { forgetRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { closeDatabase, openDatabase } from "#app/platform/db.server.ts";
import { appRole } from "#app/platform/start.server.ts";
import { createDatabase, type TestDatabase } from "./database.ts";

/** Like `testDatabase`, but an empty club for every test of the file, and not only for the file. */
export function freshDatabase(): TestDatabase {
  const handle = { url: "" };
  let name = "";

  beforeEach(async () => {
    name = `marque_test_${process.pid}_${randomBytes(4).toString("hex")}`;
    handle.url = await createDatabase(name);
    process.env.DATABASE_URL = handle.url;
    openDatabase(handle.url, await appRole(handle.url));
    forgetClub();
    forgetRuleBook();
  });

  afterEach(async () => {
    await closeDatabase();
    const server = new pg.Client({ connectionString: inject("databaseServer") });
    await server.connect();
    await server.query(`drop database if exists ${name} with (force)`);
    await server.end();
  });

  return handle;
}
