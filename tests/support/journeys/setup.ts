import { execFile } from "node:child_process";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import type { FullConfig } from "@playwright/test";
import { JOURNEYS, LOADED } from "./folder.ts";
import { siteSettings, startSite } from "./site.ts";

/**
 * Loads the demo club, freshly and once, and serves a copy of it for each worker. Sites are not the workers'
 * own to start: Playwright begins a new worker for each project and after each failure.
 */
export default async function setup({ workers }: FullConfig): Promise<() => Promise<void>> {
  await rm(JOURNEYS, { recursive: true, force: true });
  await mkdir(LOADED, { recursive: true, mode: 0o755 });
  await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", path.join(import.meta.dirname, "load-club.ts")],
    { env: { ...siteSettings(0), DATA_DIR: path.join(LOADED, "demo") } },
  );
  const starts = await Promise.allSettled(Array.from({ length: workers }, (_, i) => startSite(i)));
  const teardown = async () => {
    const ends = await Promise.allSettled(
      starts.map((start) => (start.status === "fulfilled" ? start.value.stop() : undefined)),
    );
    await rm(JOURNEYS, { recursive: true, force: true });
    throwFirst(ends);
  };
  if (starts.some(({ status }) => status === "rejected")) {
    await teardown();
    throwFirst(starts);
  }
  return teardown;
}

function throwFirst(outcomes: PromiseSettledResult<unknown>[]): void {
  const failure = outcomes.find((outcome) => outcome.status === "rejected");
  if (failure) throw failure.reason;
}
