import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";
import { withPassword } from "./mailbox.ts";

// Of the real roster, so that no other journey counts on what they are.
const BUYER = "owner00025@marque.test";
const AT_THE_DESK = "M00010330";

test("an owner buys a year of Gold online: declined, come back, paid, and Gold at once", async ({
  page,
}) => {
  await withPassword(page, BUYER);
  await page.goto("/my/tier");
  await page.getByRole("link", { name: /Gold for a year|缴纳年费/ }).click();
  await expect(page).toHaveURL(/\/my\/tier\/gold$/);
  await expect(page.locator("main")).toContainText("¥588.00");
  await expectNoOverflow(page);
  await expectAccessible(page);

  await page.locator('button[value="ask"]').click();
  await expect(page).toHaveURL(/\/my\/payments\/\d+$/);
  const payment = page.url();
  await page.getByRole("button", { name: /Pay ¥588\.00 online|在线支付/ }).click();
  await expect(page.getByRole("heading", { name: "Pay 58800 CNY" })).toBeVisible();
  await page.getByRole("button", { name: /that is declined/ }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByRole("link", { name: "Back without paying" }).click();
  await expect(page).toHaveURL(/checkout=left/);

  await page.goto("/my/tier/gold");
  await page.getByRole("link", { name: /Go to the payment|去付款/ }).click();
  await expect(page).toHaveURL(payment);
  await page.getByRole("button", { name: /¥588\.00/ }).click();
  await page.getByRole("button", { name: "Pay", exact: true }).click();
  await expect(page.locator("main")).toContainText(/\d{4}-\d{6}/);
  await expect(page.getByRole("link", { name: /PDF/ })).toBeVisible();

  await page.goto("/my/tier");
  await expect(page.locator("main")).toContainText(/You are Gold|金卡会员/);
  await expect(page.locator("main")).toContainText(/Your Gold is paid through|金卡年费已缴至/);
  await page.getByRole("link", { name: /Your years of Gold|缴费记录/ }).click();
  await expect(page.locator('button[value="ask"]')).toHaveCount(0);
  await page.getByRole("link", { name: /^(Receipt|收据) \d{4}-\d{6}$/ }).click();
  await expect(page).toHaveURL(payment);
});

test("a clerk sells a year at the counter in one go, without scripts", async ({
  browser,
  baseURL,
  locale,
}) => {
  const context = await browser.newContext({ locale, baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, "desk@marque.test");
  await page.goto(`/admin/members/${AT_THE_DESK}`);
  await page.getByRole("link", { name: /^(Gold for a year|金卡年费)$/ }).click();
  await page.locator('select[name="method"]').selectOption("cash");
  await page.locator('input[name="receiptNumber"]').fill("K-2041");
  await page
    .locator("form")
    .getByRole("button", { name: /¥588\.00/ })
    .click();
  await expect(page).toHaveURL(/\/gold-year\?done=sold$/);
  await expect(page.locator("main")).toContainText(/Gold through|金卡有效期至/);
  await page.getByRole("link", { name: /^(Receipt|收据) \d{4}-\d{6}$/ }).click();
  await expect(page.locator("main")).toContainText("K-2041");
  await context.close();
});
