import { expect, expectAccessible, expectNoOverflow, test } from "./fixtures.ts";

test.use({ javaScriptEnabled: false });

test("a letter's link stops letters of its kind with one press, and another undoes it", async ({
  page,
}) => {
  await page.goto(await unsubscribeLink(page));
  const main = page.locator("main");
  await expect(main.locator("h1")).toContainText("Stop");
  await expectNoOverflow(page);
  await page.locator('button[value="stop"]').click();
  await expect(main.locator("h1")).toContainText("Stopped");
  await page.locator('button[value="resume"]').click();
  await expect(main.locator("h1")).toContainText("You get them again");
  await page.goto("/letters/unsubscribe/1.tier.forged");
  await expect(main.locator("h1")).toContainText("not whole");
});

test.describe("with a script", () => {
  test.use({ javaScriptEnabled: true });
  test("the page of a broken link is accessible", async ({ page }) => {
    await page.goto("/letters/unsubscribe/1.tier.forged");
    await expectAccessible(page);
  });
});

/** The link that stops letters, out of the first letter of the demo that has one. */
async function unsubscribeLink(page: import("@playwright/test").Page): Promise<string> {
  for (let letter = 1; letter <= 40; letter++) {
    await page.goto(`/demo/mailbox?letter=${letter}`);
    const text = await page.locator("main").innerText();
    const found = /\/letters\/unsubscribe\/[\w.-]+/.exec(text);
    if (found) return found[0];
  }
  throw new Error("No letter of the demo can be stopped.");
}
