import { defineConfig } from "@playwright/test";
import { findBrowser } from "./tests/support/browser.ts";

const browser = await findBrowser();

// Every page is looked at in both projects, and what most people come for is gone through in both. The rest is gone
// through once: by an owner, a judge or a camera on a phone, by staff at a desk. A contest's day and a draw bring phones and
// tablets of their own.
const ON_A_PHONE = journeys(
  "account albums auth cars certificates claims contests dues event-day gate gifts gold-subscription impact joining-in judging",
  "letters offline preferences referrals scan surveys",
);
const AT_A_DESK = journeys(
  "album-keeping campaigns club contest-day desk draws event-report finance first-day gift-keeping headers imports",
  "lead-review leads payments rules staff texts webhooks",
);

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
    // It keeps an owner's pages for when there is no network, in every new browser again: where that is asked, it works.
    serviceWorkers: "block",
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
      testIgnore: ON_A_PHONE,
      use: { viewport: { width: 1280, height: 800 }, locale: "zh-CN", colorScheme: "dark" },
    },
  ],
});

function journeys(...names: string[]): RegExp {
  return new RegExp(`/(${names.join(" ").split(" ").join("|")})\\.spec\\.ts$`);
}
