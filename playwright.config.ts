import { defineConfig } from "@playwright/test";
import { findBrowser } from "./tests/support/browser.ts";

const port = Number(process.env.E2E_PORT ?? 3107);
const browser = await findBrowser();

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: ".data/test-results",
  fullyParallel: false,
  workers: 1,
  timeout: 60_000,
  reporter: [["list"]],
  use: {
    // By its name: passkeys are tied to one, and figures are none.
    baseURL: `http://localhost:${port}`,
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
  // The journeys run against the demo club itself, freshly loaded, as a visitor would start it.
  webServer: {
    command: `npx --no-install tsx tests/support/demo-server.ts ${port}`,
    url: `http://127.0.0.1:${port}/readyz`,
    timeout: 180_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    stdout: "ignore",
    stderr: "pipe",
  },
});
