import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";

/** Each project has an owner and friends of its own. */
const CASES = {
  "phone-en": {
    owner: "gold@marque.test",
    hasty: { name: "Jo Winter", phone: "139 8888 0021" },
    declined: { name: "Kim Sommer", phone: "139 8888 0022" },
    unreached: "reached nobody",
    upheld: "You were right",
  },
  "desk-zh": {
    owner: "silver@marque.test",
    hasty: { name: "冬小宁", phone: "139 8888 0023" },
    declined: { name: "夏小满", phone: "139 8888 0024" },
    unreached: "多次致电",
    upheld: "您的异议成立",
  },
} as const;

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
}, { project }) => {
  const { owner, hasty, upheld } = CASES[project.name as keyof typeof CASES];
  await signIn(page, owner);
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
  await expect(own).toContainText(upheld);
  await expect(own).toContainText("We rang her: she agreed.");
  await expectAccessible(page);
  await expectNoOverflow(page);
});

test("a friend whom nobody reaches is declined, and the referrer reads why", async ({
  page,
  browser,
}, { project }) => {
  const { owner, declined, unreached } = CASES[project.name as keyof typeof CASES];
  await signIn(page, owner);
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
  await expect(page.locator("main")).toContainText(unreached);
  await expectAccessible(page);
});
