import { readdirSync } from "node:fs";
import path from "node:path";
import { flatRoutes } from "@remix-run/fs-routes";
import {
  getAppDirectory,
  layout,
  type RouteConfig,
  type RouteConfigEntry,
  route,
} from "@remix-run/route-config";

/** The nouns of the site: each has a folder, with its routes behind one or more doors. */
const nouns = readdirSync(path.join(getAppDirectory(), "routes")).sort();

/**
 * All routes behind one door, whichever noun they belong to; a noun without that door adds none. Two
 * nouns that give one address are found by a test: nothing here reports them.
 */
async function behind(door: string): Promise<RouteConfigEntry[]> {
  const found = await Promise.all(
    nouns.map((noun) => flatRoutes({ rootDirectory: `routes/${noun}/${door}` })),
  );
  return found.flat();
}

/** The doors of the site: who comes through each is said by its layout in `routes/shell`. */
export default [
  layout("routes/shell/_public.tsx", await behind("public")),
  layout("routes/shell/_security.tsx", await behind("security")),
  route("my", "routes/shell/my.tsx", await behind("my")),
  route("admin", "routes/shell/admin.tsx", await behind("admin")),
  // Machines and files: no page, and no frame around them.
  ...(await behind("open")),
] satisfies RouteConfig;
