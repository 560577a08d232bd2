import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

let root: string | undefined;

/**
 * The folder that holds package.json, found upwards from this file: the code runs from `app/` under
 * tsx and Vitest, and from `build/server/` in production.
 */
export function projectRoot(): string {
  if (root) return root;
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, "prisma", "schema.prisma"))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error("prisma/schema.prisma is nowhere above the code.");
    folder = parent;
  }
  root = folder;
  return folder;
}
