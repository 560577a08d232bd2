import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { projectRoot } from "#app/platform/project-root.server.ts";

export type ImportProcess = {
  process: ChildProcess;
  /** What it has said so far. */
  said: () => string;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
};

/** Runs an import's command as people do, in a process of its own. */
export function startImportProcess(
  command: "import-members" | "import-service-orders",
  databaseUrl: string,
  ...args: string[]
): ImportProcess {
  const child = spawn(process.execPath, ["--import", "tsx", `scripts/${command}.ts`, ...args], {
    cwd: projectRoot(),
    env: { ...process.env, DATABASE_URL: databaseUrl, LC_ALL: "en_GB.UTF-8" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  const listen = (data: Buffer) => {
    text += data.toString("utf8");
  };
  child.stdout.on("data", listen);
  child.stderr.on("data", listen);
  const ended = once(child, "close").then(([code, signal]) => ({ code, signal }));
  return { process: child, said: () => text, ended };
}

/** Asks every few milliseconds until the answer is yes. */
export async function until(ask: () => Promise<boolean> | boolean, what: string): Promise<void> {
  const deadline = Date.now() + 45_000;
  while (!(await ask())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain: ${what}`);
    await sleep(3);
  }
}
