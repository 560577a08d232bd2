import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { access, chown, cp, mkdir, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";

/** Where the embedded server lives and as whom it runs. */
export type PostgresHome = {
  /** The PostgreSQL programs, readable by the user below. */
  native: string;
  /** The folder that holds the cluster, its log and its password. */
  folder: string;
  /** The user PostgreSQL runs as; undefined means the present one. */
  runAs?: { uid: number; gid: number };
};

/**
 * Decides where the embedded server can run.
 *
 * PostgreSQL refuses to run as root, so root runs it as an unprivileged system user. That user must
 * be able to reach the programs and the data. Below a folder which others cannot enter (a checkout
 * in a root's home, mode 700) it cannot, so both then live under /var/lib/marque instead.
 */
export async function choosePostgresHome(native: string, dataDir: string): Promise<PostgresHome> {
  const folder = path.resolve(dataDir, "postgres");
  if (process.getuid?.() !== 0) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return { native, folder };
  }
  const runAs = await unprivilegedUser();
  await mkdir(path.dirname(folder), { recursive: true });
  const home = {
    native: (await isReachable(native)) ? native : await copyBinaries(native),
    folder: (await isReachable(path.dirname(folder))) ? folder : await substituteFolder(folder),
    runAs,
  };
  await mkdir(home.folder, { recursive: true, mode: 0o700 });
  await chown(home.folder, runAs.uid, runAs.gid);
  return home;
}

const OUTSIDE = "/var/lib/marque";

async function substituteFolder(folder: string): Promise<string> {
  const digest = createHash("sha256").update(folder).digest("hex").slice(0, 12);
  const substitute = path.join(OUTSIDE, `${digest}-postgres`);
  await mkdir(OUTSIDE, { recursive: true, mode: 0o755 });
  return substitute;
}

async function copyBinaries(native: string): Promise<string> {
  const version = JSON.parse(await readFile(path.join(native, "..", "package.json"), "utf8")) as {
    version: string;
  };
  const copy = path.join(OUTSIDE, `postgresql-${version.version}`);
  if (await stat(copy).catch(() => null)) return copy;
  // Copied aside and renamed, so that a copy which was cut short is never taken for a whole one.
  const aside = `${copy}.${process.pid}`;
  await mkdir(OUTSIDE, { recursive: true, mode: 0o755 });
  await cp(native, aside, { recursive: true, verbatimSymlinks: true });
  await rename(aside, copy).catch(async (error: NodeJS.ErrnoException) => {
    await rm(aside, { recursive: true, force: true });
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
  });
  return copy;
}

/** Whether someone who is neither the owner nor in the group may enter every folder on the way. */
async function isReachable(target: string): Promise<boolean> {
  for (let folder = target; ; folder = path.dirname(folder)) {
    const { mode } = await stat(folder);
    if ((mode & constants.S_IXOTH) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

async function unprivilegedUser(): Promise<{ uid: number; gid: number }> {
  await access("/etc/passwd", constants.R_OK);
  const users = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  const found =
    users.find(([name]) => name === "postgres") ?? users.find(([name]) => name === "nobody");
  if (!found) {
    throw new Error(
      "PostgreSQL does not run as root, and this system has neither a user 'postgres' nor " +
        "'nobody' to run it as. Start Marque as an ordinary user, or set DATABASE_URL.",
    );
  }
  return { uid: Number(found[2]), gid: Number(found[3]) };
}
