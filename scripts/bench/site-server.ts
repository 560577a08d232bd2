import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import pg from "pg";
import { projectRoot } from "#app/platform/project-root.server.ts";

// The site's own server.ts with its production build, started by site.ts. Two things are added: a page
// with nothing in it, to compare pages with, and a count of the queries that pages make.

const EMPTY = "bench/empty";
const file = path.join(projectRoot(), "build", "server", "index.js");
const build = (await import(pathToFileURL(file).href)) as ServerBuild;
const root = build.assets.routes.root;
if (!root) throw new Error("The build has no root route.");

// server.ts imports the same module object, and so serves this page like any other below the root.
build.routes[EMPTY] = {
  id: EMPTY,
  parentId: "root",
  path: "bench-empty",
  module: { default: () => null },
};
build.assets.routes[EMPTY] = { ...root, id: EMPTY, parentId: "root", path: "bench-empty" };

/** Kept from when they are asked for first. */
let queries: string[] | null = null;
const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
pg.Client.prototype.query = function counted(this: pg.Client, ...given: unknown[]) {
  const [first] = given;
  queries?.push(typeof first === "string" ? first : String((first as { text?: string }).text));
  return query.apply(this, given);
} as typeof pg.Client.prototype.query;

process.on("message", (what) => {
  if (what === "memory") {
    process.send?.(process.memoryUsage.rss());
    return;
  }
  process.send?.(queries ?? []);
  queries = [];
});
process.on("disconnect", () => process.exit());

await import("../../server.ts");
