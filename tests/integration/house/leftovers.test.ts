import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { abandonRun, beginRun, endRun } from "../../../scripts/test/own-run.ts";

/** A program that does nothing for a long time, started as a daemon is: nobody waits for it. */
async function startDaemon(env: NodeJS.ProcessEnv): Promise<number> {
  const daemon = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], {
    env,
    detached: true,
    stdio: "ignore",
  });
  daemon.unref();
  await once(daemon, "spawn");
  return daemon.pid as number;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test("a run that leaves nothing but what tools keep is told of nothing", async () => {
  const run = await beginRun();
  await mkdir(path.join(run.folder, "tsx-0"));
  expect(await endRun(run)).toEqual([]);
  expect(existsSync(run.folder)).toBe(false);
});

test.runIf(process.platform === "linux")(
  "a process and a folder that a run leaves are named, and are gone then",
  async () => {
    const run = await beginRun();
    const pid = await startDaemon(run.env);
    await mkdir(path.join(run.folder, "marque-import-x"));
    await writeFile(path.join(run.folder, "film.mjpeg"), "");
    expect((await endRun(run)).toSorted()).toEqual([
      "in the folder for temporary files: film.mjpeg",
      "in the folder for temporary files: marque-import-x",
      expect.stringMatching(`^process ${pid}: .*setInterval`),
    ]);
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(run.folder)).toBe(false);
  },
);

test.runIf(process.platform === "linux")(
  "a run that is interrupted leaves nothing, and nothing of another",
  async () => {
    const [run, other] = [await beginRun(), await beginRun()];
    const [own, others] = [await startDaemon(run.env), await startDaemon(other.env)];
    await abandonRun(run);
    expect([own, others].map(isAlive)).toEqual([false, true]);
    await abandonRun(other);
    expect(existsSync(run.folder) || existsSync(other.folder)).toBe(false);
  },
);
