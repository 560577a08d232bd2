import type { Browser, Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

export const NEW_PASSWORD = "a bonnet full of larks";

/** Gives an imported owner a password, by the code that is mailed to them. */
export async function withPassword(page: Page, browser: Browser, email: string): Promise<void> {
  await page.goto("/password");
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="email"]').press("Enter");
  await expect(page).toHaveURL(/\/password\/new/);
  await page.locator('input[name="code"]').fill(await codeFor(browser, email));
  await page.locator('input[name="password"]').fill(NEW_PASSWORD);
  await page.locator('input[name="password"]').press("Enter");
  await expect(page).toHaveURL(/\/my$/);
}

/** The code in the latest letter to an address, read in another browser than the one that waits for it. */
export async function codeFor(browser: Browser, email: string): Promise<string> {
  const context = await browser.newContext({ locale: "en-GB" });
  const page = await context.newPage();
  let code = "";
  await expect(async () => {
    await page.goto("/demo/mailbox");
    await page.locator("main a, main tr").filter({ hasText: email }).first().click();
    const text = await page.locator("main").innerText();
    code = /\b(\d{3}) ?(\d{3})\b/.exec(text)?.slice(1).join("") ?? "";
    expect(code).toMatch(/^\d{6}$/);
  }).toPass({ timeout: 20_000 });
  await context.close();
  return code;
}
