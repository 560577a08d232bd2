import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { abandonRun, beginRun, endRun } from "../../../scripts/test/own-run.ts";

/** A program that does nothing for a long time, started as a daemon is: nobody waits for it. */
async function startDaemon(env: NodeJS.ProcessEnv): Promise<number> {
  const script = "setInterval(() => {}, 1000); process.stdout.write('up')";
  const daemon = spawn(process.execPath, ["-e", script], {
    env,
    detached: true,
    stdio: ["ignore", "pipe", "ignore"],
  });
  // It is said to be spawned a moment before its own environment can be read.
  await once(daemon.stdout, "data");
  daemon.stdout.destroy();
  daemon.unref();
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

/** What was ended is there, for whoever asks the system, until this process has taken note of its end. */
const expectGone = (pid: number) => expect.poll(() => isAlive(pid)).toBe(false);

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
    await expectGone(pid);
    expect(existsSync(run.folder)).toBe(false);
  },
);

test.runIf(process.platform === "linux")(
  "a run that is interrupted leaves nothing, and nothing of another",
  async () => {
    const [run, other] = [await beginRun(), await beginRun()];
    const [own, others] = [await startDaemon(run.env), await startDaemon(other.env)];
    await abandonRun(run);
    await expectGone(own);
    expect(isAlive(others)).toBe(true);
    await abandonRun(other);
    expect(existsSync(run.folder) || existsSync(other.folder)).toBe(false);
  },
);
