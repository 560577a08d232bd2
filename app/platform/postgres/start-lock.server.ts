import { open, readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Longer than any start takes, with initdb and crash recovery. */
const PATIENCE_MS = 90_000;

/**
 * Runs `work` while no other process of ours creates, starts or stops the server in `folder`.
 *
 * The lock is a file with the holder's process id: a holder that was killed leaves it behind, and
 * the next one sees that its process is gone.
 */
export async function withStartLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const file = path.join(folder, "starting");
  const until = Date.now() + PATIENCE_MS;
  while (!(await take(file))) {
    if (await isAbandoned(file)) await rm(file, { force: true });
    else if (Date.now() > until + 10_000)
      throw new Error(`Another process has held ${file} for too long.`);
    else await sleep(100);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function take(file: string): Promise<boolean> {
  try {
    const handle = await open(file, "wx");
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function isAbandoned(file: string): Promise<boolean> {
  const content = await readFile(file, "utf8").catch(() => null);
  const made = await stat(file).catch(() => null);
  if (content === null || made === null) return false;
  const age = Date.now() - made.mtimeMs;
  const holder = Number(content);
  // No number yet: taken, and its holder is about to write it or was killed before.
  if (!holder) return age > 5_000;
  // After a reboot some other process may bear the holder's number, so age decides in the end.
  if (age > PATIENCE_MS) return true;
  try {
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
