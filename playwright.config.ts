import { defineConfig } from "@playwright/test";
import { findBrowser } from "./tests/support/browser.ts";

const browser = await findBrowser();

/**
 * What staff do at a desk, and what no page shows: once is enough. Each of their pages is looked at in both. A contest's day
 * and a draw bring phones and tablets of their own.
 */
const AT_A_DESK =
  /\/(album-keeping|campaigns|contest-day|desk|draws|finance|first-day|gift-keeping|headers|imports|rules|staff|webhooks)\.spec\.ts$/;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: ".data/test-results",
  // Loads the demo club, and serves a copy of it for each worker.
  globalSetup: "./tests/support/journeys/setup.ts",
  fullyParallel: false,
  workers: 2,
  timeout: 60_000,
  reporter: [["list"]],
  use: {
    launchOptions: browser,
    trace: "off",
    screenshot: "only-on-failure",
  },
  projects: [
    {
      name: "phone-en",
      testIgnore: AT_A_DESK,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, locale: "en-GB" },
    },
    {
      name: "desk-zh",
      use: { viewport: { width: 1280, height: 800 }, locale: "zh-CN", colorScheme: "dark" },
    },
  ],
});
