import type { Page } from "@playwright/test";
import { runBeside } from "../support/journeys/site.ts";
import { expect, expectAccessible, expectNoOverflow, PASSWORD, signIn, test } from "./fixtures.ts";
import { foundInEarly } from "./mailbox.ts";

/** Who has not answered yet, and whose points no other journey counts. */
const OWNER = "owner00380@marque.test";

const points = async (page: Page) => {
  await page.goto("/my/points");
  return Number(
    /[\d,]+/.exec(await page.locator(".figure").first().innerText())?.[0].replace(",", ""),
  );
};

test("an owner says from the letter how it was: the link alone says nothing, one press does", async ({
  page,
}, { parallelIndex }) => {
  await runBeside(parallelIndex, "give-password.ts", PASSWORD, OWNER);
  await signIn(page, OWNER);
  const before = await points(page);
  await page.context().clearCookies();
  const [, link] = await foundInEarly(OWNER, /(\/survey\/[\w.-]+\?score=4)/);
  await page.goto(String(link));
  await page.goto(String(link));
  const main = page.locator("main");
  await expect(main).toContainText("Coffee and cold starts");
  await expect(main).toContainText("One tap brings you 20 points");
  await expectNoOverflow(page);
  await expectAccessible(page);
  await main.getByRole("button", { name: "Send “Good”" }).dblclick();
  await expect(main.getByRole("status")).toContainText("20 points are in your account");
  await main.getByLabel("How we were looked after").check();
  await main.locator('input[name="recommends"][value="9"]').check({ force: true });
  await main.locator('textarea[name="words"]').fill("More coffee, please.");
  await main.getByRole("button", { name: "Send", exact: true }).click();
  await expect(main.getByRole("status")).toContainText("that is noted");
  // Whoever else has the letter does not read it.
  await page.goto(String(link));
  const words = main.locator('textarea[name="words"]');
  expect(
    await words.evaluateAll((all) => all.map((each) => (each as HTMLTextAreaElement).value)),
  ).not.toContain("More coffee, please.");
  await signIn(page, OWNER);
  expect(await points(page)).toBe(before + 20);
  await page.goto("/my/surveys");
  await main.getByRole("link", { name: "Add to it or change it" }).click();
  await expect(main.locator('textarea[name="words"]')).toHaveValue("More coffee, please.");
  await main.getByRole("button", { name: "Very good" }).click();
  await expect(main.getByRole("status")).toContainText("Very good");
  await expect(main.locator('input[name="recommends"][value="9"]')).toBeChecked();
});

test("staff read how it was, compare events and take the answers away", async ({ page }) => {
  await signIn(page, "finance@marque.test");
  await page.goto("/admin/events");
  await page.getByRole("link", { name: "Surveys" }).click();
  await page.getByRole("link", { name: "Coffee and cold starts" }).click();
  const main = page.locator("main");
  await expect(main).toContainText("儿子一路都在讲冷启动。");
  await expectAccessible(page);
  await expectNoOverflow(page);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSV" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("answers.csv");
  // Finance reads; what is asked is for those who keep events.
  await expect(main.locator('input[name="questionEn"]')).toHaveCount(0);
});
