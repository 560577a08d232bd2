import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";

const DRAND_BEGAN = 1_692_803_367;
const DAY_MS = 86_400_000;
/** A round of the beacon that is a few seconds away. */
const roundIn = (seconds: number) =>
  Math.ceil((Date.now() / 1_000 + seconds - DRAND_BEGAN) / 3) + 1;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
const VALUE = "5f".repeat(32);

const press = (page: Page | Locator, intent: string) =>
  page.locator(`button[name="intent"][value="${intent}"]`).click();

async function whole(page: Page) {
  await expectAccessible(page);
  await expectNoOverflow(page);
}

/** Somebody else of the staff, in a browser of their own. */
async function colleague(page: Page, email: string) {
  const other = await page
    .context()
    .browser()
    ?.newPage({ baseURL: new URL(page.url()).origin });
  if (!other) throw new Error("There is no browser.");
  await signIn(other, email);
  return other;
}

async function typeDraw(page: Page, title: string) {
  const type = (name: string, value: string) => page.locator(`[name="${name}"]`).fill(value);
  await page.goto("/admin/draws/new");
  await type("titleEn", title);
  await type("titleZh", "浏览器里的抽奖");
  await type("drawAt", `${inDays(2)}T18:30`);
  await type("claimBy", inDays(20));
  await type("from", inDays(-300));
  await type("through", inDays(0));
  await page.locator('[name="valueKind"]').selectOption("drand");
  await type("prizeCount1", "3");
  await type("prizeEn1", "Picnic blanket");
  await type("prizeZh1", "野餐垫");
  const calendar = page.locator('[name="prizeVariant1"] option', { hasText: "车友会台历" });
  const variant = String(await calendar.getAttribute("value"));
  await page.locator('[name="prizeVariant1"]').selectOption(variant);
  await type("valueReference", String(roundIn(25)));
  await page.locator('main form button[type="submit"]').click();
  await expect(page).toHaveURL(/\/admin\/draws\/\d+\?done=saved/);
}

test("a draw is promised, drawn by two who read the same, and right in a stranger's browser", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, "events@marque.test");
  await page.goto("/admin/draws");
  await typeDraw(page, "Drawn in a browser");
  const address = new URL(page.url()).pathname;
  await press(page, "freeze");
  await expect(page).toHaveURL(/done=frozen/);

  // A stranger looks on a phone.
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, locale: "en-GB" };
  const visitor = await page
    .context()
    .browser()
    ?.newPage({ ...phone, baseURL: new URL(page.url()).origin });
  if (!visitor) throw new Error("There is no browser.");
  const open = String(await page.locator('main a[href^="/draws/"]').first().getAttribute("href"));
  await visitor.goto(open);
  await expect(visitor.locator("#winners")).toHaveCount(0);
  await expect(visitor.locator("#sealed")).toBeVisible();
  const promised = await visitor.locator("dd.font-mono").allTextContents();
  expect(promised.map((code) => code.length)).toEqual([64, 64]);
  await expectNoOverflow(visitor);

  const reading = page.locator('[name="value"]');
  await expect(async () => {
    await page.goto(address);
    await expect(reading).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await reading.fill(VALUE);
  await press(page, "read");
  await expect(page).toHaveURL(/done=waits/);
  await whole(page);

  const second = await colleague(page, "admin@marque.test");
  await second.goto(address);
  await expect(second.getByText(VALUE)).toHaveCount(0);
  await second.locator('[name="value"]').fill(VALUE.replace("5f", "6f"));
  await press(second, "read");
  await expect(second.getByRole("alert")).toBeVisible();
  await second.locator('[name="value"]').fill(VALUE);
  await press(second, "read");
  await expect(second).toHaveURL(/done=drawn/);
  await second.close();

  await visitor.reload();
  const check = visitor.locator('section[aria-labelledby="check"]');
  await expect(check.getByRole("status")).toContainText("Your browser comes to the same winners");
  await expect(visitor.locator('section[aria-labelledby="winners"] tbody tr')).toHaveCount(3);
  expect((await visitor.locator("dd.font-mono").allTextContents()).slice(0, 2)).toEqual(promised);

  // Somebody bends the list on its way: one entry gets more tickets.
  await visitor.route("**/list.txt", async (route) => {
    const answer = await route.fetch();
    const text = (await answer.text()).replace(/^([0-9A-Z]{8}) 1 /m, "$1 9 ");
    await route.fulfill({ response: answer, body: text });
  });
  await visitor.reload();
  await expect(check.getByRole("alert")).toContainText("Something is not as it was promised");
  await expect(check.getByRole("alert")).toContainText("not the one whose fingerprint");
  await visitor.unroute("**/list.txt");

  await visitor.route("**/list.txt", (route) => route.fulfill({ status: 404 }));
  await visitor.reload();
  await expect(check.getByRole("status")).toContainText("Nothing is said about the draw");
  await visitor.unroute("**/list.txt");
  await visitor.close();

  await page.goto(`${address}/stage`);
  await expect(page.locator("dialog:modal")).toBeVisible();
  await whole(page);
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("dialog .figure")).toHaveText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(address);
  await expect(page.locator("tbody tr").first()).toContainText("总库领取");
  await press(page.locator("tbody tr").first(), "hand-over");
  await expect(page).toHaveURL(/done=handed-over/);
  await expect(page.locator("tbody").getByText("总库领取")).toHaveCount(2);

  // It was the wrong winner: the piece is kept on its shelf for the right one again.
  const mistake = page.locator("tbody details").first();
  await mistake.locator("summary").click();
  await mistake.locator('[name="reason"]').fill("看错了号码");
  await press(mistake, "undo");
  await expect(page).toHaveURL(/done=undone/);
  await expect(page.locator("tbody").getByText("总库领取")).toHaveCount(3);
});

test("without scripts a draw's page shows its result and says how to check it", async ({
  browser,
  baseURL,
}) => {
  const page = await browser.newPage({ javaScriptEnabled: false, baseURL, locale: "en-GB" });
  await page.goto("/draws/autumn-thank-you");
  await expect(page.locator('section[aria-labelledby="winners"] tbody tr').first()).toBeVisible();
  await expect(page.locator('section[aria-labelledby="check"]')).toContainText("exact steps");
  await expect(page.locator('a[href$="/result.json"]')).toBeVisible();
  await page.close();
});
