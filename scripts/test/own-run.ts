import { chmod, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { scratchParent } from "./scratch.ts";

/** How long what is just ending may take to be gone. */
const ENDING_MS = 5_000;
const MARK = "MARQUE_TEST_RUN";

/** What tools keep between their runs, as they like: it goes with the folder. */
const CACHES = /^(tsx-|node-compile-cache$|playwright-transform-cache)/;

/** A run of the tests: all that it starts and writes for a while can be known for its own. */
export type OwnRun = {
  /** Where its temporary files are. */
  folder: string;
  /** The environment in which its programs are started. */
  env: NodeJS.ProcessEnv;
};

/** Begins a run: what is started in its environment keeps its temporary files in its folder. */
export async function beginRun(): Promise<OwnRun> {
  const folder = await mkdtemp(path.join(scratchParent(), "marque-test-run-"));
  // Root runs PostgreSQL as somebody else, who must be able to enter.
  await chmod(folder, 0o755);
  const places = { TMPDIR: folder, TEMP: folder, TMP: folder };
  return { folder, env: { ...process.env, ...places, [MARK]: folder } };
}

/**
 * Ends a run that is over: stops what still runs of it and removes its folder.
 *
 * @returns what it should not have left, in words: processes, and files or folders.
 */
export async function endRun(run: OwnRun): Promise<string[]> {
  const until = Date.now() + ENDING_MS;
  let processes = await processesOf(run);
  while (processes.length > 0 && Date.now() < until) {
    await sleep(100);
    processes = await processesOf(run);
  }
  await stop(run, processes);
  const files = (await readdir(run.folder)).filter((name) => !CACHES.test(name));
  await rm(run.folder, { recursive: true, force: true });
  return [
    ...processes.map(({ pid, command }) => `process ${pid}: ${command}`),
    ...files.map((name) => `in the folder for temporary files: ${name}`),
  ];
}

type Process = { pid: number; command: string };

/** Stops at once what a run that was interrupted could not stop, and removes its folder. */
export async function abandonRun(run: OwnRun): Promise<void> {
  await stop(run, await processesOf(run));
  await rm(run.folder, { recursive: true, force: true });
}

async function stop(run: OwnRun, processes: Process[]): Promise<void> {
  // PostgreSQL takes this for: roll back, disconnect everybody and stop.
  signal(processes, "SIGINT");
  const until = Date.now() + ENDING_MS;
  while ((await processesOf(run)).length > 0 && Date.now() < until) await sleep(100);
  signal(await processesOf(run), "SIGKILL");
}

function signal(processes: Process[], name: NodeJS.Signals): void {
  for (const { pid } of processes) {
    try {
      process.kill(pid, name);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}

/** The processes that were started in a run's environment. Known on Linux, which CI runs on; else none. */
async function processesOf(run: OwnRun): Promise<Process[]> {
  const pids = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
  const found: Process[] = [];
  for (const pid of pids) {
    const about = (name: string) => readFile(`/proc/${pid}/${name}`, "utf8").catch(() => "");
    if (!(await about("environ")).split("\0").includes(`${MARK}=${run.folder}`)) continue;
    found.push({
      pid: Number(pid),
      command: (await about("cmdline")).split("\0").join(" ").trim(),
    });
  }
  return found;
}
