import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { JOURNEYS, LOADED } from "./folder.ts";

const FIRST_PORT = Number(process.env.E2E_PORT ?? 3107);
const START_MS = 60_000;
const SERVE = path.join(import.meta.dirname, "serve.ts");

/** Where the site of a worker is, by its name: passkeys are tied to one, and figures are none. */
export const originFor = (worker: number) => `http://localhost:${FIRST_PORT + worker}`;

/** The environment in which the site of a worker runs. */
export function siteSettings(worker: number): NodeJS.ProcessEnv {
  const { DATABASE_URL, SMTP_URL, ...rest } = process.env;
  return {
    ...rest,
    NODE_ENV: "production",
    PORT: String(FIRST_PORT + worker),
    HOST: "127.0.0.1",
    APP_ORIGIN: originFor(worker),
    LOG_LEVEL: "warn",
  };
}

/**
 * Serves a copy of the loaded club, as `npm run demo` would, for one worker alone.
 *
 * @param worker from nought: its number among those that work at the same time.
 * @returns what ends the site, with its database and its folder.
 * @throws Error with what the site said when it does not come up, or does not end well.
 */
export async function startSite(worker: number): Promise<{ stop: () => Promise<void> }> {
  const folder = dataFolderOf(worker);
  await copyFolder(LOADED, folder);
  const site = spawn(process.execPath, ["--import", "tsx", SERVE], {
    env: { ...siteSettings(worker), DATA_DIR: folder },
    stdio: ["pipe", "ignore", "pipe"],
    // In a group of its own, so that Ctrl+C ends it after its journeys, and not with them.
    detached: true,
  });
  let said = "";
  site.stderr.on("data", (chunk: Buffer) => {
    said += chunk;
  });
  const ended = once(site, "exit");
  const until = Date.now() + START_MS;
  while (!(await isReady(worker))) {
    if (site.exitCode !== null || Date.now() > until) {
      site.kill("SIGTERM");
      throw new Error(`The demo did not come up at ${originFor(worker)}.\n${said}`);
    }
    await sleep(50);
  }
  return {
    async stop() {
      site.kill("SIGTERM");
      await ended;
      await rm(folder, { recursive: true, force: true });
      if (site.exitCode !== 0 || said) {
        throw new Error(`The demo ended with ${site.exitCode ?? site.signalCode}.\n${said}`);
      }
    },
  };
}

/** Runs a program of this folder beside the site of a worker, on the same club, and gives back what it printed. */
export async function runBeside(
  worker: number,
  program: string,
  ...args: string[]
): Promise<string> {
  const file = path.join(import.meta.dirname, program);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", file, ...args],
    {
      // The demo's own folder is one in it.
      env: { ...siteSettings(worker), DATA_DIR: path.join(dataFolderOf(worker), "demo") },
    },
  );
  return stdout;
}

const dataFolderOf = (worker: number) => path.join(JOURNEYS, `worker-${worker}`);

async function isReady(worker: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${FIRST_PORT + worker}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Files stay with whom they belong to: PostgreSQL looks. */
async function copyFolder(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  if (process.platform === "win32") await cp(from, to, { recursive: true });
  else await promisify(execFile)("cp", ["-a", from, to]);
}
