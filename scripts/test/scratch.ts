import { createHash } from "node:crypto";
import { readFileSync, statfsSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const MEMORY = "/dev/shm";

/** What a whole run takes is a quarter of this. */
const ENOUGH_BYTES = 4 * 1024 ** 3;

/**
 * The folder below which tests keep their databases and files for a while. In memory where the system has
 * room there: on a disk a new database, which is a thousand small files, takes twenty times as long.
 */
export function scratchParent(): string {
  const temporary = os.tmpdir();
  return !temporary.startsWith(MEMORY) && memoryIsFit() ? MEMORY : temporary;
}

/** A folder for a purpose, of this checkout alone: not in it, since PostgreSQL's user may be kept out there. */
export function scratchFolder(purpose: string): string {
  const checkout = createHash("sha256").update(process.cwd()).digest("hex").slice(0, 12);
  return path.join(scratchParent(), `marque-${purpose}-${checkout}`);
}

function memoryIsFit(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    const mount = readFileSync("/proc/mounts", "utf8")
      .split("\n")
      .map((line) => line.split(" "))
      .find(([, folder]) => folder === MEMORY);
    // The packaged browser is unpacked into the folder for temporary files, and run there.
    return mount?.[3]?.split(",").includes("noexec") === false && bavail * bsize > ENOUGH_BYTES;
  } catch {
    return false;
  }
}
