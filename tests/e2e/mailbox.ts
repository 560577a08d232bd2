import { type Page, request } from "@playwright/test";
import { originFor } from "../support/journeys/site.ts";
import { expect, test } from "./fixtures.ts";

export const NEW_PASSWORD = "a bonnet full of larks";

/** Gives an imported owner a password, by the code that is mailed to them. */
export async function withPassword(page: Page, email: string): Promise<void> {
  await page.goto("/password");
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="email"]').press("Enter");
  await expect(page).toHaveURL(/\/password\/new/);
  await page.locator('input[name="code"]').fill(await codeFor(email));
  await page.locator('input[name="password"]').fill(NEW_PASSWORD);
  await page.locator('input[name="password"]').press("Enter");
  await expect(page).toHaveURL(/\/my$/);
}

/** The code in the latest letter to an address. */
export async function codeFor(email: string): Promise<string> {
  const [, first, second] = await foundIn(email, /\b(\d{3}) ?(\d{3})\b/);
  return `${first}${second}`;
}

/**
 * What the latest letter to an address says, read over HTTP: a second browser beside the one that waits for it would
 * take longer to open than all the rest.
 */
export async function foundIn(email: string, wanted: RegExp): Promise<RegExpExecArray> {
  const mailbox = await request.newContext({ baseURL: originFor(test.info().parallelIndex) });
  let found: RegExpExecArray | null = null;
  await expect(async () => {
    const list = await (await mailbox.get("/demo/mailbox")).text();
    const letters = list.matchAll(/<a\b[^>]*href="(\/demo\/mailbox\?letter=\d+)"[^>]*>.*?<\/a>/gs);
    const latest = [...letters].find(([link]) => link.includes(email))?.[1];
    expect(latest).toBeDefined();
    const text = await (await mailbox.get(String(latest))).text();
    found = wanted.exec(shownLetter(text));
    expect(found).not.toBeNull();
  }).toPass({ timeout: 20_000 });
  await mailbox.dispose();
  return found as unknown as RegExpExecArray;
}

/** The same in the first letter to an address that says it: one that the demo club was loaded with. */
export async function foundInEarly(email: string, wanted: RegExp): Promise<RegExpExecArray> {
  const mailbox = await request.newContext({ baseURL: originFor(test.info().parallelIndex) });
  for (let letter = 1; letter < 500; letter++) {
    const text = await (await mailbox.get(`/demo/mailbox?letter=${letter}`)).text();
    const shown = shownLetter(text);
    const found = shown.includes(email) ? wanted.exec(shown) : null;
    if (!found) continue;
    await mailbox.dispose();
    return found;
  }
  throw new Error(`No letter to ${email} says ${wanted}.`);
}

/** The letter itself, and not the list beside it. */
const shownLetter = (page: string): string => /<h2[^>]*>.*?<nav/s.exec(page)?.[0] ?? "";
