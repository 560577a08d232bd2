import type { Page } from "@playwright/test";
import { originFor, runBeside } from "../support/journeys/site.ts";
import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";

const LANDSCAPE = { width: 1024, height: 768 };
const PORTRAIT = { width: 768, height: 1024 };

test("two judges score a contest on tablets, one of them hands over, and the organiser sees the arithmetic", async ({
  page,
  browser,
  locale,
  context,
}, { parallelIndex }) => {
  test.slow();
  const contest: Record<"page" | "lin" | "wuCode", string> = JSON.parse(
    await runBeside(parallelIndex, "judging.ts"),
  );

  await test.step("Lin judges the first picture by touch, and the second by keyboard", async () => {
    await page.setViewportSize(LANDSCAPE);
    await page.goto(contest.lin);
    await expect(page.locator("h1")).toContainText("Lin");
    await expectAccessible(page);
    await expectNoOverflow(page);
    await page.locator("main ul a").first().click();
    await expect(page.getByRole("heading", { level: 2 })).toContainText(/Entry \d|\d 号作品/);
    await score(page, [7, 8, 9]);
    await expect(saved(page)).toBeVisible();
    await expectAccessible(page);
    await page.locator('button[value="score"]').click();
    await expect(page.locator("input[type=radio]:checked")).toHaveCount(0);
    await page.keyboard.press("4");
    await page.keyboard.press("5");
    await page.keyboard.press("0");
    await expect(page.locator("input[type=radio]:checked")).toHaveCount(3);
    await expect(saved(page)).toBeVisible();
  });

  await test.step("the network is cut: what is given waits, and arrives once it is back", async () => {
    await page.locator('button[value="score"]').click();
    await expect(page.locator("input[type=radio]:checked")).toHaveCount(0);
    await context.setOffline(true);
    await score(page, [3, 3, 3]);
    await expect(page.locator("main")).toContainText(/3 scores wait|3 个评分等待/);
    await context.setOffline(false);
    await expect(saved(page)).toBeVisible({ timeout: 30_000 });
    await page.reload();
    await expect(page.locator("input[type=radio]:checked")).toHaveCount(3);
  });

  await test.step("Wu takes the tablet over by four digits; Lin's old page keeps nothing", async () => {
    const old = await context.newPage();
    await old.goto(contest.lin);
    await old.locator("main ul a").first().click();
    await allEntries(page).click();
    await expect(page.locator('button[value="done"]')).toBeVisible();
    await page.locator("summary").last().click();
    await page.locator("#code").fill(contest.wuCode);
    await page.locator('button[value="hand-over"]').click();
    await expect(page.locator("h1")).toContainText("Wu");
    await expect(old.getByRole("alert")).toContainText("Wu");
    await expect(old.locator("input[type=radio]")).toHaveCount(0);
    await old.close();
  });

  await test.step("Wu judges in portrait, says that one is theirs, and is done", async () => {
    await page.setViewportSize(PORTRAIT);
    await page.locator("main ul a").first().click();
    await expect(page.locator("fieldset").first()).toBeVisible();
    await page.locator("summary").last().click();
    await page.locator('button[value="own"]').click();
    await expect(page.locator("main")).toContainText(/your child|自家孩子/);
    for (const link of [1, 2]) {
      await page.locator("main ul a").nth(link).click();
      await score(page, [link * 2, link * 3, link * 4]);
      await expectNoOverflow(page);
      await allEntries(page).click();
    }
    await expect(saved(page)).toBeVisible();
    await page.locator('button[value="done"]').click();
    await expect(page.locator('button[value="not-done"]')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("the organiser sees both, and how the ranking is reckoned", async () => {
    const desk = await browser.newPage({ locale, baseURL: originFor(parallelIndex) });
    await signIn(desk, "events@marque.test");
    await desk.goto(`${contest.page}/judges`);
    await expect(desk.locator("main table")).toContainText(/3 of 3|3 \/ 3/);
    await expectAccessible(desk);
    await expectNoOverflow(desk);
    await desk.locator("main table a").first().click();
    await expect(desk.getByLabel(/^Judge$|^评委$/)).toHaveValue("Lin");
    await expectAccessible(desk);
    await desk.goto(`${contest.page}/ranking`);
    await expect(desk.locator("main table").first()).toContainText(/own child|自家孩子/);
    await expectAccessible(desk);
    await desk.close();
  });
});

const allEntries = (page: Page) => page.getByRole("link", { name: /^All entries$|^全部作品$/ });
const saved = (page: Page) => page.locator("p[aria-live]").filter({ hasText: /^Saved$|^已保存$/ });

/** Presses one value for each criterion. */
async function score(page: Page, values: readonly number[]) {
  for (const [at, value] of values.entries()) {
    await page
      .locator("fieldset")
      .nth(at)
      .locator("label")
      .nth(value - 1)
      .click();
  }
}
