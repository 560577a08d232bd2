import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Slower than any mirror that answers. */
const PATIENCE_MS = 120_000;

/**
 * On a machine that is there for one run of the tests and works as root, installs Debian's browser without a
 * window: journeys take two thirds of the work in it. Where it cannot be had, they find another one.
 */
export async function installBrowser(): Promise<void> {
  if (!process.env.CI || process.getuid?.() !== 0) return;
  if (!existsSync("/usr/bin/apt-get") || existsSync("/usr/bin/chromium-headless-shell")) return;
  const options = {
    timeout: PATIENCE_MS,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  };
  try {
    await run("apt-get", ["-qq", "update"], options);
    const quietly = ["-qq", "--yes", "--no-install-recommends"];
    await run("apt-get", ["install", ...quietly, "chromium-headless-shell"], options);
  } catch (error) {
    console.log(`No browser was installed: ${(error as Error).message.split("\n")[0]}`);
  }
}
