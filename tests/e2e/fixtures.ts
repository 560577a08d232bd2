import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test as base, expect, type Page } from "@playwright/test";
import { originFor } from "../support/journeys/site.ts";

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

type AxeResult = { violations: { id: string; help: string; nodes: { html: string }[] }[] };

/**
 * A page on the site that this worker's journeys have to themselves. It fails its test when the browser
 * complains: an error in the console, a refused script or style (the content security policy), an exception,
 * or a request that ended in a 5xx.
 */
export const test = base.extend<{ page: Page }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it what a fixture needs.
  baseURL: ({}, use, { parallelIndex }) => use(originFor(parallelIndex)),
  page: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on("console", (message) => {
      // A page that says 404 or 409 on purpose is reported by the browser as a failed resource.
      const expected = /status of (400|403|404|409|429|502)/.test(message.text());
      // Only a journey that takes the network away itself sees this.
      const offline = message.text().includes("ERR_INTERNET_DISCONNECTED");
      // A page that is left while Remix still asks for the routes behind its links says so and no more.
      const left = message.text().startsWith("Failed to fetch manifest patches");
      // Most journeys do without the worker that keeps pages: see playwright.config.ts.
      const unkept = message.text() === "Service Worker registration blocked by Playwright";
      const isKnown = expected || left || offline || unkept;
      if (["error", "warning"].includes(message.type()) && !isKnown)
        complaints.push(message.text());
    });
    page.on("pageerror", (error) => {
      // So Remix ends reading the data of a page that is left; nothing of ours in a browser aborts anything.
      if (error.message !== "signal is aborted without reason") complaints.push(error.message);
    });
    page.on("response", (response) => {
      // Only a journey that plays a proxy says 502: the site itself never does.
      if (response.status() >= 500 && response.status() !== 502)
        complaints.push(`${response.status()} ${response.url()}`);
    });
    await use(page);
    expect(complaints, "the browser complained").toEqual([]);
  },
});

export { expect };

export const PASSWORD = "demo-demo-demo";

/** Signs in by what the form sends, and shows no page: for journeys that are about what comes after. */
export async function signIn(page: Page, email: string): Promise<void> {
  const answer = await page.request.post("/sign-in", {
    form: { email, password: PASSWORD },
    headers: { Origin: originFor(test.info().parallelIndex) },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(302);
}

/** Signs in by password, as the demo's people do, and is where they begin. */
export async function signInByForm(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(PASSWORD);
  await page.locator('input[name="password"]').press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

const EVERY_RULE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What a theme, a width and the length of words decide. */
const RULES_OF_LOOKS = ["color-contrast", "target-size", "link-in-text-block"];

/**
 * Fails with what axe finds against WCAG 2.2 A and AA, named with the element at fault. How a page is built is the
 * same in both projects: the one in the dark asks only how it looks, unless every rule is to be asked.
 */
export async function expectAccessible(page: Page, { everyRule = false } = {}): Promise<void> {
  const dark = test.info().project.use.colorScheme === "dark";
  const rules = everyRule || !dark ? EVERY_RULE : RULES_OF_LOOKS;
  // What a head that stays on top covers while one scrolls is not out of reach.
  await page.evaluate(() => scrollTo(0, 0));
  // Evaluated by the debugger, so that the page's policy for scripts stays as it is; once in a document.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
  const result = await page.evaluate(
    (runOnly) =>
      (globalThis as unknown as { axe: { run(options: object): Promise<AxeResult> } }).axe.run({
        runOnly,
        // What passes is not looked into any further, which is half of the work.
        resultTypes: ["violations"],
        // None of the rules wants the style sheets fetched once more.
        preload: false,
      }),
    rules,
  );
  const found = result.violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.map((node) => node.html).join("\n    ")}`,
  );
  expect(found).toEqual([]);
}

/** Nothing sticks out at the side. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const width = await page.evaluate(() => ({
    page: document.documentElement.scrollWidth,
    window: innerWidth,
  }));
  expect(width.page).toBeLessThanOrEqual(width.window);
}
