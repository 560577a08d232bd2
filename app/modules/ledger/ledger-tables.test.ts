import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../../..");

/** Where code is that knows the ledger by what `modules/ledger` exports, and by nothing else. */
const FOLDERS = ["app", "emails", "prisma/seed", "scripts"];

/** The module itself, what is generated, and the measurements, which compare the ledger with plain SQL. */
const EXEMPT = ["app/modules/ledger/", "app/generated.server/", "scripts/bench/"];

function filesIn(folder: string, ending: RegExp): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .map((file) => file.replaceAll(path.sep, "/"));
}

const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8");

/** The tables, types and functions of the schema `ledger`, by the SQL that makes them. */
const made = [...filesIn("prisma/migrations", /\.sql$/), ...filesIn("prisma/sql", /\.sql$/)]
  .map(read)
  .flatMap((sql) => [
    ...sql.matchAll(/\bcreate (?:or replace )?(?:table|type|view|function) ledger\.(\w+)/gi),
  ])
  .map(([, name = ""]) => name);

const named = new RegExp(`\\bledger"?\\."?(?:${made.join("|")})\\b`, "i");

test("the rule knows the ledger's tables and functions", () => {
  expect(made).toEqual(expect.arrayContaining(["account", "txn", "posting", "lot", "hold"]));
  expect(made).toEqual(expect.arrayContaining(["balance", "statement", "earn_many"]));
  expect("join ledger.lot on true").toMatch(named);
  expect('from "ledger"."posting"').toMatch(named);
  expect('import "./modules/ledger/seal-ledger.server.ts"').not.toMatch(named);
});

test("the ledger's tables are read, and its functions called, only through its module", () => {
  const files = FOLDERS.flatMap((folder) => filesIn(folder, /\.(?:tsx?|mjs)$/)).filter(
    (file) => !EXEMPT.some((folder) => file.startsWith(folder)),
  );
  expect(files.length).toBeGreaterThan(500);
  expect(files.filter((file) => named.test(read(file)))).toEqual([]);
});
