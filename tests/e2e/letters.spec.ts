import { expect, expectAccessible, expectNoOverflow, test } from "./fixtures.ts";

test.use({ javaScriptEnabled: false });

test("a letter's link stops letters of its kind with one press, and another undoes it", async ({
  page,
  locale,
}) => {
  const zh = locale === "zh-CN";
  await page.goto("/demo/mailbox");
  await page
    .locator("a", { hasText: /lapse after|失效/ })
    .first()
    .click();
  const link = page.locator('a[href*="/letters/unsubscribe/"]');
  const href = await link.getAttribute("href");
  await page.goto(new URL(href ?? "").pathname);
  const main = page.locator("main");
  await expect(main.locator("h1")).toContainText(zh ? "不再接收" : "Stop");
  await expectNoOverflow(page);
  await page.locator('button[value="stop"]').click();
  await expect(main.locator("h1")).toContainText(zh ? "已停止" : "Stopped");
  await page.locator('button[value="resume"]').click();
  await expect(main.locator("h1")).toContainText(zh ? "已恢复" : "You get them again");
  await page.goto("/letters/unsubscribe/1.tier.forged");
  await expect(main.locator("h1")).toContainText(zh ? "链接不完整" : "not whole");
});

test.describe("with a script", () => {
  test.use({ javaScriptEnabled: true });
  test("the page of a broken link is accessible", async ({ page }) => {
    await page.goto("/letters/unsubscribe/1.tier.forged");
    await expectAccessible(page);
  });
});
