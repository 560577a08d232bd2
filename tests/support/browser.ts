import { existsSync } from "node:fs";
import { chromium, type LaunchOptions } from "@playwright/test";

/** Without these a browser on a closed network keeps knocking on doors that are not there. */
const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** Those of a system, the one without a window first: it does the same with two thirds of the work. */
const INSTALLED = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/**
 * How to start a Chromium: Playwright's own where it was downloaded, else one that the system has,
 * else the one inside the npm package @sparticuz/chromium, which needs neither download nor system.
 */
export async function findBrowser(): Promise<LaunchOptions> {
  const args = process.getuid?.() === 0 ? [...QUIET, "--no-sandbox"] : QUIET;
  if (existsSync(chromium.executablePath())) return { args };
  const installed = INSTALLED.find((file) => existsSync(file));
  if (installed) return { args, executablePath: installed };
  // Tells the package to unpack the system libraries that it brings along.
  process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs20.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  return {
    executablePath: await packaged.executablePath(),
    args: [...QUIET, "--no-sandbox", "--disable-gpu"],
  };
}
