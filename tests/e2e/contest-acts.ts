import type { Browser, Page } from "@playwright/test";
import sharp from "sharp";
import { childsDrawing } from "../../prisma/seed/childs-drawing.ts";
import { expect } from "./fixtures.ts";

// What organisers and judges do on a contest's day, each in a browser.

const TABLET = { viewport: { width: 1024, height: 768 }, hasTouch: true, locale: "zh-CN" };

/** Presses the first button of a page that does something. */
export const press = (page: Page, intent: string): Promise<void> =>
  page.locator(`main button[name="intent"][value="${intent}"]`).first().click();

export const found = (page: Page, name: string) =>
  page.locator("main li button").filter({ hasText: name });

export const place = (page: Page, number: string) =>
  page
    .locator("main tbody tr")
    .filter({ has: page.getByText(number, { exact: true }) })
    .first();

/** A photo of what a child drew, as a phone keeps it. */
export async function drawing(child: number) {
  const buffer = await sharp(Buffer.from(childsDrawing(child)))
    .resize(600)
    .jpeg()
    .toBuffer();
  return { name: `IMG_${2000 + child}.jpg`, mimeType: "image/jpeg", buffer };
}

/** Says of the first photo that waits whose it is. */
export async function assign(page: Page, child: string, { replace = false } = {}) {
  const waiting = page.locator('main form:has(select[name="person"])');
  const left = (await waiting.count()) - 1;
  const form = waiting.first();
  const person = form.locator('select[name="person"]');
  const option = person.locator("option").filter({ hasText: child });
  await person.selectOption(await option.getAttribute("value"));
  if (replace) await form.locator('input[name="replace"]').check();
  await form.locator('button[value="assign"]').click();
  await expect(waiting).toHaveCount(left);
}

/** Names a judge: the link for a tablet, and four digits. */
export async function nameJudge(page: Page, name: string) {
  await page.locator("#name").fill(name);
  await press(page, "make");
  const made = page.locator("main p.select-all");
  await expect(page.locator("main").getByRole("img", { name })).toBeVisible();
  // The form is new once the judge stands in the list.
  await expect(page.locator("main table")).toContainText(name);
  const code = /\d{4}/.exec(await page.locator("main p.select-all + p").innerText())?.[0];
  return { link: new URL(await made.innerText()).pathname, code: String(code) };
}

export async function onTablet(
  browser: Browser,
  baseURL: string,
  judge: (tablet: Page) => Promise<void>,
): Promise<void> {
  const tablet = await browser.newPage({ ...TABLET, baseURL });
  await judge(tablet);
  await tablet.close();
}

/** Scores every picture by keyboard, in the order in which this judge is shown them, and says to be done. */
export async function score(page: Page, valuesOf: ReadonlyMap<string, string>) {
  await page.locator("main ul a").first().click();
  for (let at = 1; at <= valuesOf.size; at++) {
    await expect(page.locator("main")).toContainText(`第 ${at} 件，共 ${valuesOf.size} 件`);
    const title = await page.getByRole("heading", { level: 2 }).innerText();
    const values = valuesOf.get(String(/\d+/.exec(title)));
    for (const key of String(values)) await page.keyboard.press(key);
    await expect(page.locator("input[type=radio]:checked")).toHaveCount(3);
    await page.locator('button[value="score"]').click();
  }
  await page.locator('button[value="done"]').click();
  await expect(page.locator('button[value="not-done"]')).toBeVisible();
}

export async function typePrize(page: Page, line: number, typed: readonly string[]) {
  for (const [at, field] of ["count", "points", "titleEn", "titleZh"].entries()) {
    await page.locator(`[name="${field}${line}"]`).fill(String(typed[at]));
  }
}

/** Says who is on a picture of the album. */
export async function tag(page: Page, file: string, name: string) {
  const who = page.locator("label").filter({ hasText: name }).locator('input[name="who"]');
  const picture = page.locator("main li").filter({ has: page.getByText(file) });
  await picture.locator('input[name="picture"]').check();
  await page.locator("#who-search").fill(name);
  await who.check();
  await press(page, "tag");
  await expect(picture).toContainText(name);
  await who.uncheck();
}
