import type { Page } from "@playwright/test";
import { runBeside } from "../support/journeys/site.ts";
import { expect, expectAccessible, expectNoOverflow, PASSWORD, signIn, test } from "./fixtures.ts";

// A family of the demo's planting: who they are, and their trees so far.
const [email, child, trees] = ["owner00002@marque.test", "邵雨桐", 5] as const;

test("a helper counts a family's trees anew, and the family and the club have them", async ({
  page,
}, { parallelIndex }) => {
  await runBeside(parallelIndex, "give-password.ts", PASSWORD, email);
  await signIn(page, email);
  const before = await treesOf(page);
  expect(before.family).toBe(trees);

  await signIn(page, "events@marque.test");
  await page.goto("/admin/events?show=past");
  const planting = page.getByRole("link", { name: /autumn planting|秋季植树/ }).first();
  await page.goto(`${await planting.getAttribute("href")}/impact`);
  await page.locator("#name").fill(child);
  await page.locator("#name").press("Enter");
  const count = page.locator('main li input[inputmode="decimal"]');
  await expect(count).toHaveCount(1);
  await expect(count).toHaveValue(String(trees));
  await count.fill(String(trees + 2));
  await count.press("Enter");
  // What was counted before is changed only with a word about it, and what was typed stays.
  await expect(page.locator("#reason")).toHaveAttribute("aria-invalid", "true");
  await expect(count).toHaveValue(String(trees + 2));
  await expectAccessible(page);
  await expectNoOverflow(page);
  await page.locator("#reason").fill("Two more by the fence.");
  await page.locator("#reason").press("Enter");
  await expect(page).toHaveURL(/done=saved/);
  await expect(page.locator("main li").filter({ hasText: child })).toContainText("Two more");

  await signIn(page, email);
  expect(await treesOf(page)).toEqual({ family: trees + 2, club: before.club + 2 });
  await expectAccessible(page);
  await expectNoOverflow(page);
});

/** How many a family has planted, and the club in all, as the family's page has it. */
async function treesOf(page: Page) {
  await page.goto("/my/together");
  const [family, club] = await Promise.all(
    ["family", "club"].map((who) =>
      page
        .locator(`section[aria-labelledby=${who}] li`)
        .filter({ hasText: /tree|树/ })
        .first()
        .innerText(),
    ),
  );
  // Chinese says first since when.
  const figure = (text = "") => Number(/([\d,]+) ?(?:tree|棵)/.exec(text)?.[1]?.replace(",", ""));
  return { family: figure(family), club: figure(club) };
}
