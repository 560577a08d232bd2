import { expect, expectAccessible, test } from "./fixtures.ts";
import { codeFor, NEW_PASSWORD } from "./mailbox.ts";

test("an imported member sets a password by e-mailed code and is at home", async ({ page }) => {
  const email = "owner00011@marque.test";
  await page.goto("/password");
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="email"]').press("Enter");
  await expect(page).toHaveURL(/\/password\/new/);
  await expectAccessible(page);

  const code = await codeFor(email);
  await page.locator('input[name="code"]').fill(code);
  await page.locator('input[name="password"]').fill("short");
  await page.locator('main form button[type="submit"]').last().click();
  await expect(page.locator('[aria-invalid="true"]').first()).toBeVisible();
  await expect(page.locator('input[name="code"]')).toHaveValue(code);

  await page.locator('input[name="password"]').fill(NEW_PASSWORD);
  await page.locator('input[name="password"]').press("Enter");
  await expect(page).toHaveURL(/\/my$/);
  await expect(page.locator(".card")).toBeVisible();
});

test("somebody without an account is told the same, and gets no letter", async ({
  page,
  browser,
}) => {
  await page.goto("/password");
  await page.locator('input[name="email"]').fill("stranger@elsewhere.test");
  await page.locator('input[name="email"]').press("Enter");
  await expect(page).toHaveURL(/\/password\/new/);
  expect(await mailbox(browser)).not.toContain("stranger@elsewhere.test");
});

/** The demo's letters, read by somebody else than the one who waits for a code. */
async function mailbox(browser: import("@playwright/test").Browser): Promise<string> {
  const context = await browser.newContext({ locale: "en-GB" });
  const page = await context.newPage();
  await page.goto("/demo/mailbox");
  const text = await page.locator("main").innerText();
  await context.close();
  return text;
}
