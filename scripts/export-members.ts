import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { exportMembers } from "../app/modules/roster/export-members.server.ts";
import { startPlatform } from "../app/platform/start.server.ts";

// Writes all members with their balances to a file; without one, to standard output.
const [file, ...more] = process.argv.slice(2);
if (more.length > 0 || file?.startsWith("--")) {
  console.error("npm run export:members -- [FILE]");
  process.exitCode = 2;
} else {
  const platform = await startPlatform();
  try {
    if (file === undefined) {
      await pipeline(Readable.from(exportMembers()), process.stdout, { end: false });
    } else {
      await writeWhole(file);
      console.error(`Members are in ${file}`);
    }
  } finally {
    await platform.stop();
  }
}

/** Under another name first: what stands there before is replaced by a whole file or not at all. */
async function writeWhole(target: string): Promise<void> {
  const aside = `${target}.${process.pid}.part`;
  try {
    await pipeline(Readable.from(exportMembers()), createWriteStream(aside));
    await rename(aside, target);
  } finally {
    await rm(aside, { force: true });
  }
}
