import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";
import { withPassword } from "./mailbox.ts";

// Of the real roster, so that no other journey counts on what they are.
const SUBSCRIBER = "owner00044@marque.test";
const PAGE = "/my/gold-subscription";
const MANAGE = /Manage payment|管理付款/;

/** What somebody does in Stripe's portal, one after the other, and comes back. */
async function inPortal(page: Page, ...acts: string[]): Promise<void> {
  await page.getByRole("button", { name: MANAGE }).click();
  await expect(page).toHaveURL(/\/portal\/bps_/);
  for (const act of acts) await page.getByRole("button", { name: act }).click();
  await page.getByRole("link", { name: "Return to the club" }).click();
  await expect(page).toHaveURL(/back=portal/);
}

/** How many years they have paid for. */
async function receipts(page: Page): Promise<number> {
  await page.goto("/my/tier/gold");
  const found = await page.locator('main a[href^="/my/payments/"]').count();
  await page.goto(PAGE);
  return found;
}

test("gold is subscribed to, renewed, fails, recovers, and is cancelled in Stripe's portal", async ({
  page,
}) => {
  await withPassword(page, SUBSCRIBER);
  await page.goto("/my/tier/gold");
  await page.getByRole("link", { name: /See how it works|了解详情/ }).click();
  await expect(page).toHaveURL(PAGE);
  await expectAccessible(page);
  await expectNoOverflow(page);

  await page.getByRole("button", { name: /¥588\.00/ }).click();
  await page.getByRole("button", { name: "Pay by a card that is declined" }).click();
  await expect(page.getByRole("alert")).toContainText("declined");
  await page.getByRole("link", { name: "Back without paying" }).click();
  await expect(page.locator("main")).toContainText(/You have not paid|尚未付款/);
  await page.getByRole("button", { name: /Continue to payment|继续付款/ }).click();
  await page.getByRole("button", { name: "Pay", exact: true }).click();
  await expect(page.locator("main")).toContainText(/renews by itself|自动续费/);
  await expect(page.getByRole("button", { name: MANAGE })).toBeVisible();
  await expectAccessible(page);
  await expectNoOverflow(page);
  expect(await receipts(page)).toBe(1);
  await page.goto("/my/tier");
  await expect(page.locator("main")).toContainText(/You are Gold|金卡会员/);

  await page.goto("/my/tier/gold");
  await inPortal(page, "Let a year pass");
  expect(await receipts(page)).toBe(2);

  await inPortal(page, "Use a card that is declined", "Let a year pass");
  await expect(page.locator("main")).toContainText(/did not go through|扣款未成功/);
  await expectAccessible(page);
  await expectNoOverflow(page);
  expect(await receipts(page)).toBe(2);

  await inPortal(page, "Use a card that pays", "Let a week pass");
  await expect(page.locator("main")).toContainText(/Next charge|下次扣款/);
  expect(await receipts(page)).toBe(3);

  await inPortal(page, "Cancel subscription");
  await expect(page.locator("main")).toContainText(/will not renew|不再续费/);
  await expectAccessible(page);
  await inPortal(page, "Let a year pass");
  expect(await receipts(page)).toBe(3);
});

test("an admin ends a subscription from the page of its payment, and its member finds that nothing renews", async ({
  page,
  browser,
}) => {
  await withPassword(page, "owner00045@marque.test");
  await page.goto(PAGE);
  await page.getByRole("button", { name: /¥588\.00/ }).click();
  await page.getByRole("button", { name: "Pay", exact: true }).click();
  await expect(page.getByRole("button", { name: MANAGE })).toBeVisible();
  await page.goto("/my/tier/gold");
  const receipt = await page.locator('main a[href^="/my/payments/"]').getAttribute("href");
  const payment = `/admin/payments/${receipt?.split("/").at(-1)}`;

  const context = await browser.newContext({ viewport: page.viewportSize() });
  const admin = await context.newPage();
  await signIn(admin, "admin@marque.test");
  await admin.goto(payment);
  await admin.locator('main a[href$="/subscription"]').click();
  await expectAccessible(admin);
  await expectNoOverflow(admin);
  await admin.locator('[name="reason"]').fill("车");
  await admin.locator("main form button").click();
  await expect(admin.locator("#reason-error")).toBeVisible();
  await admin.locator('[name="reason"]').fill("车已卖");
  await admin.locator("main form button").dblclick();
  await expect(admin).toHaveURL(/done=renewal-ended$/);
  await expect(admin.locator('main a[href$="/subscription"]')).toHaveCount(0);
  await admin.goto("/admin/audit");
  await expect(admin.locator("main")).toContainText("车已卖");
  await context.close();

  // Stripe is asked by the queue, a moment later.
  await expect(async () => {
    await page.goto(PAGE);
    await expect(page.getByRole("button", { name: MANAGE })).toHaveCount(0, { timeout: 500 });
  }).toPass();
});
