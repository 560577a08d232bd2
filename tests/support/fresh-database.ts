import { beforeEach } from "vitest";
import { forgetClub } from "#app/modules/club/load-club.server.ts";
import { forgetRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { type TestDatabase, testDatabases } from "./database.ts";

/** Like `testDatabase`, but an empty club for every test of the file, and not only for the file. */
export function freshDatabase(): TestDatabase {
  const handle = { url: "" };
  const open = testDatabases();
  beforeEach(async () => {
    handle.url = await open();
    forgetClub();
    forgetRuleBook();
  });
  return handle;
}
