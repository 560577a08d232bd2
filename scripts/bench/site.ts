import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";

/** The site, served from a database by a process of its own. */
export type Site = {
  origin: string;
  /** Fetches a page, which must be there. */
  get: (path: string, cookie?: string) => Promise<string>;
  /** The queries made since this was asked last. */
  queries: () => Promise<string[]>;
  /** Resident bytes of its process. */
  memory: () => Promise<number>;
  stop: () => Promise<void>;
};

export const EMPTY_PAGE = "/bench-empty";

/** Starts the production server on a free port; nobody works off its queue unless the settings say so. */
export async function startSite(
  databaseUrl: string,
  settings: Record<string, string> = {},
): Promise<Site> {
  const child = fork(new URL("./site-server.ts", import.meta.url), {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      SESSION_SECRET: randomBytes(32).toString("hex"),
      PORT: "0",
      HOST: "127.0.0.1",
      WORKER: "off",
      ...settings,
    },
  });
  const origin = await listening(child);
  const ask = async <Answer>(what: string): Promise<Answer> => {
    const answer = once(child, "message") as Promise<[Answer]>;
    child.send(what);
    return (await answer)[0];
  };
  return {
    origin,
    async get(path, cookie = "") {
      const response = await fetch(origin + path, { headers: { cookie }, redirect: "manual" });
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}.`);
      return response.text();
    },
    queries: () => ask<string[]>("queries"),
    memory: () => ask<number>("memory"),
    async stop() {
      child.kill("SIGTERM");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    },
  };
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    child.once("exit", (code) => reject(new Error(`The site ended with ${code}.\n${output}`)));
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk;
      const origin = /Marque is at (http:\S+)/.exec(output)?.[1];
      if (origin) resolve(origin);
    });
  });
}
