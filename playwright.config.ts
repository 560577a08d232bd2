import { defineConfig } from "@playwright/test";
import { findBrowser } from "./tests/support/browser.ts";

const browser = await findBrowser();

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
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, locale: "en-GB" },
    },
    {
      name: "desk-zh",
      use: { viewport: { width: 1280, height: 800 }, locale: "zh-CN", colorScheme: "dark" },
    },
  ],
});
