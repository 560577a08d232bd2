import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";

type Migration = { path: string; migrationFile: { path: string; content: JsResult } };
type JsResult = { tag: "ok"; value: string };

/** The part of Prisma's schema engine that Marque uses. */
export type SchemaEngine = {
  applyMigrations(input: {
    migrationsList: {
      baseDir: string;
      lockfile: { path: string; content: string };
      shadowDbInitScript: string;
      migrationDirectories: Migration[];
    };
    filters: { externalTables: string[]; externalEnums: string[] };
  }): Promise<{ appliedMigrationNames: string[] }>;
  diff(input: unknown): Promise<{ stdout: string | null }>;
};

type Glue = {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
  SchemaEngine: {
    new: (
      options: { datamodels: [string, string][] | undefined },
      log: (line: string) => void,
      adapter: object,
    ) => Promise<SchemaEngine>;
  };
};

/**
 * Runs `work` with Prisma's schema engine, compiled to WebAssembly and connected to a database.
 *
 * The command line's native engine is a download that a closed network refuses; this one comes with
 * npm, keeps the same `_prisma_migrations` table, and so `npx prisma migrate deploy` works as well.
 */
export async function withSchemaEngine<T>(
  url: string,
  schema: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const glue = await loadEngine();
  const { factory, disconnect } = wholeScripts(new PrismaPg(url));
  const engine = await glue.SchemaEngine.new(
    { datamodels: [["schema.prisma", schema]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    return await work(engine);
  } finally {
    await disconnect();
  }
}

/** One for the process, even where this module is loaded anew: what is between it and us knows only one. */
const kept = globalThis as { marqueSchemaEngine?: Promise<Glue> };

function loadEngine(): Promise<Glue> {
  kept.marqueSchemaEngine ??= (async () => {
    const require = createRequire(import.meta.url);
    const file = require
      .resolve("@prisma/schema-engine-wasm")
      .replace(/schema_engine\.js$/, "schema_engine_bg.wasm");
    const { instance } = await WebAssembly.instantiate(await readFile(file), {
      "./schema_engine_bg.js": withQuietTimers(glue as unknown as WebAssembly.ModuleImports),
    });
    const bound = glue as unknown as Glue;
    bound.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as (() => void) | undefined)?.();
    return bound;
  })();
  return kept.marqueSchemaEngine;
}

/**
 * The engine gives itself ten seconds to lock the database, and lets that timer run on when it has: a command
 * that has nothing left to do would wait for it.
 */
function withQuietTimers(imports: WebAssembly.ModuleImports): WebAssembly.ModuleImports {
  const quiet = Object.entries(imports).map(([name, value]) => {
    if (!name.startsWith("__wbg_setTimeout_")) return [name, value] as const;
    const setTimer = value as (...args: unknown[]) => NodeJS.Timeout;
    return [name, (...args: unknown[]) => setTimer(...args).unref()] as const;
  });
  return Object.fromEntries(quiet);
}

/**
 * The adapter splits a script at every semicolon, which cuts function bodies and comments apart.
 * PostgreSQL takes a whole script in one message, and runs it as one transaction.
 */
function wholeScripts(factory: PrismaPg) {
  const open: { dispose(): Promise<void> }[] = [];
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const connection = await connect();
    open.push(connection);
    const { client } = connection as unknown as {
      client: { query(sql: string): Promise<unknown> };
    };
    connection.executeScript = async (script) => {
      await client.query(script);
    };
    return connection;
  };
  const disconnect = () => Promise.all(open.map((connection) => connection.dispose()));
  return { factory, disconnect };
}
