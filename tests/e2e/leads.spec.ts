import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";

// A referrer and a friend, and a car that nobody drives yet.
const REFERRER = "fang@marque.test";
const FRIEND = "沈思远";
const PHONE = "139 8888 0012";
const PLATE = "粤B70012";
const POINTS = "2,000";

/** A moment on the club's clock, as a browser's own field sends it. */
const clubMoment = (minutesAgo: number) =>
  new Date(Date.now() - minutesAgo * 60_000 + 8 * 3_600_000).toISOString().slice(0, 16);

const press = async (page: Page, button: Locator, done: string) => {
  await button.click();
  await expect(page).toHaveURL(new RegExp(`done=${done}`));
};
const formOf = (main: Locator, intent: string) =>
  main.locator(`form:has(input[name="intent"][value="${intent}"])`);

test("a friend is called, drives, and is handed the car; the referrer has the points until the sale is called off", async ({
  page,
  browser,
}) => {
  await signIn(page, REFERRER);
  await page.goto("/my/referrals/new");
  const own = page.locator("main");
  await own.locator('input[name="name"]').fill(FRIEND);
  await own.locator('input[name="phone"]').fill(PHONE);
  await own.locator('input[name="model"]').fill("Tayron");
  await own.locator('input[name="consent"]').check();
  // Whoever fills it in faster than it can be read is looked at by a person first.
  await page.waitForTimeout(3_100);
  await own.locator('form button[type="submit"]').click();
  await expect(page).toHaveURL(/\/my\/referrals\/\d+\?done=handed-in/);
  const referral = new URL(page.url()).pathname;

  const context = await browser.newContext({ viewport: page.viewportSize() });
  const sales = await context.newPage();
  await signIn(sales, "sales@marque.test");
  await sales.goto("/admin/leads?show=team");
  await expectAccessible(sales);
  await expectNoOverflow(sales);
  const main = sales.locator("main");
  await main.getByRole("link", { name: FRIEND }).click();
  await expect(main.locator("h1")).toContainText(FRIEND);
  const take = formOf(main, "take");
  if ((await take.count()) > 0) await press(sales, take.locator("button"), "take");
  await expect(main.locator('a[href^="tel:+86139"]')).toBeVisible();
  await expectAccessible(sales);
  await expectNoOverflow(sales);

  const call = formOf(main, "contact");
  await call.locator('textarea[name="note"]').fill("Wants to drive it");
  await press(sales, call.locator('button[value="yes"]'), "contact");
  await press(sales, formOf(main, "accept").locator("button"), "accept");

  await main.locator('details:has(input[value="appointment"]) summary').click();
  const made = formOf(main, "appointment");
  await made.locator('select[name="kind"]').selectOption("test-drive");
  await made.locator('input[name="startsAt"]').fill(clubMoment(5));
  await press(sales, made.locator('button[type="submit"]'), "appointment");
  const file = main.locator('a[href$=".ics"]');
  const ics = await sales.request.get(String(await file.getAttribute("href")));
  expect(await ics.text()).toContain("SEQUENCE:0");
  const kept = main.locator('form:has(input[value="kept"]) button');
  await press(sales, kept, "appointment-end");

  await main.locator('a[href$="/deliver"]').click();
  await expectAccessible(sales);
  await expectNoOverflow(sales);
  await main.locator('input[name="plate"]').fill(PLATE);
  await press(sales, main.locator('form button[type="submit"]'), "deliver");
  await expectAccessible(sales);
  await expectNoOverflow(sales);
  const lead = new URL(sales.url()).pathname;
  // The buyer draws while they stand there, once.
  await press(sales, formOf(main, "draw").locator("button").first(), "draw");
  await expect(main.locator('section[aria-labelledby="draw"] a')).toBeVisible();
  await expect(formOf(main, "draw")).toHaveCount(0);
  await expectAccessible(sales);

  await page.goto(referral);
  await expect(own).toContainText(POINTS);
  await expectAccessible(page);

  // The sale is called off: what it brought is taken back, and whose the car is now is said.
  await sales.goto(lead);
  await main.locator('details:has(select[name="to"]) summary').click();
  const back = formOf(main, "move").filter({ has: sales.locator('select[name="to"]') });
  await back.locator('select[name="to"]').selectOption("ordered");
  await back.locator('select[name="reason"]').selectOption("sale-cancelled");
  await press(sales, back.locator("button"), "move");
  await expect(main.locator('a[href^="/admin/members/M"]').first()).toBeVisible();
  await expectAccessible(sales);
  await expectNoOverflow(sales);
  await context.close();
  await page.goto(referral);
  await expect(own).toContainText("已收回");
  await expectAccessible(page);
});
