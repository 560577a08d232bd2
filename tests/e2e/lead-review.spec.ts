import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";

const OWNER = "silver@marque.test";
const hasty = { name: "冬小宁", phone: "139 8888 0023" };
const declined = { name: "夏小满", phone: "139 8888 0024" };

/** Names a friend, and is where the referrer follows them. */
async function name(page: Page, friend: { name: string; phone: string }, afterMs: number) {
  await page.goto("/my/referrals/new");
  const main = page.locator("main");
  await main.locator('input[name="name"]').fill(friend.name);
  await main.locator('input[name="phone"]').fill(friend.phone);
  await main.locator('input[name="model"]').fill("Tayron");
  await main.locator('input[name="consent"]').check();
  await page.waitForTimeout(afterMs);
  await main.locator('form button[type="submit"]').click();
  await expect(page).toHaveURL(/\/my\/referrals\/\d+\?done=handed-in/);
  return new URL(page.url()).pathname;
}

test("what looks wrong gets everybody's answer, is turned down by a person, appealed, and goes on", async ({
  page,
  browser,
}) => {
  await signIn(page, OWNER);
  // Faster than anybody reads the form.
  const referral = await name(page, hasty, 0);
  const own = page.locator("main");
  await expect(own.locator('[role="status"]').first()).toContainText(hasty.name);

  const context = await browser.newContext({ viewport: page.viewportSize() });
  const admin = await context.newPage();
  await signIn(admin, "admin@marque.test");
  await admin.goto("/admin/leads/review");
  const main = admin.locator("main");
  const queued = main.locator("li", { has: admin.getByRole("heading", { name: hasty.name }) });
  await expect(queued).toBeVisible();
  await expectAccessible(admin);
  await expectNoOverflow(admin);
  await queued.locator('form:has(input[value="refuse"]) button').click();
  await expect(queued).toHaveCount(0);

  await page.goto(referral);
  await own.locator('textarea[name="note"]').fill("I typed it in while we were on the phone");
  await own.locator('form:has(textarea[name="note"]) button').click();
  await expect(page).toHaveURL(/done=appealed/);
  await expectAccessible(page);

  await admin.goto("/admin/leads/review");
  await expect(queued).toContainText("I typed it in while we were on the phone");
  await queued.locator('textarea[name="answer"]').fill("We rang her: she agreed.");
  await queued.locator('button[value="upheld"]').click();
  await expect(queued).toHaveCount(0);
  await context.close();
  await page.goto(referral);
  await expect(own).toContainText("您的异议成立");
  await expect(own).toContainText("We rang her: she agreed.");
  await expectAccessible(page);
  await expectNoOverflow(page);
});

test("a friend whom nobody reaches is declined, and the referrer reads why", async ({
  page,
  browser,
}) => {
  await signIn(page, OWNER);
  const referral = await name(page, declined, 3_100);
  const context = await browser.newContext({ viewport: page.viewportSize() });
  const sales = await context.newPage();
  await signIn(sales, "sales@marque.test");
  await sales.goto("/admin/leads?show=team");
  const main = sales.locator("main");
  await main.getByRole("link", { name: declined.name }).click();
  await expect(main.locator("h1")).toContainText(declined.name);
  const take = main.locator('form:has(input[value="take"]) button');
  if ((await take.count()) > 0) {
    await take.click();
    await expect(sales).toHaveURL(/done=take/);
  }
  const decline = main.locator('form:has(input[value="decline"])');
  await main.locator('details:has(input[value="decline"]) summary').click();
  await decline.locator('select[name="reason"]').selectOption("not-reached");
  await decline.locator("button").click();
  await expect(sales).toHaveURL(/done=decline/);
  await context.close();
  await page.goto(referral);
  await expect(page.locator("main")).toContainText("多次致电");
  await expectAccessible(page);
});
