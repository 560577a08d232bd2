import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { readArchive } from "../support/archive.ts";
import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";
import { withPassword } from "./mailbox.ts";

const submit = (page: Page) => page.locator('main form button[type="submit"]').last().click();

test("an owner gets a copy of their data, and it is whole", async ({ page }) => {
  test.setTimeout(90_000);
  await signIn(page, "silver@marque.test");
  await page.goto("/my/account/privacy");
  await submit(page);
  const download = page.locator('main a[href^="/my/account/exports/"]').first();
  await expect(page.locator("#export-progress").or(download).first()).toBeVisible();
  // It is made while one is elsewhere: the page finds it after a reload.
  await page.reload();
  await expect(download).toBeVisible({ timeout: 45_000 });
  await expectAccessible(page);
  await expectNoOverflow(page);

  const [file] = await Promise.all([page.waitForEvent("download"), download.click()]);
  const files = await readArchive(readFileSync(await file.path()));
  const rows = (name: string) => JSON.parse(files.get(`json/${name}.json`) ?? "");
  expect(rows("profile")[0].number).toBe("M00090019");
  expect(rows("statement").length).toBeGreaterThan(5);
  expect(rows("visits").length).toBeGreaterThan(5);
  expect(files.get("statement.csv")).toContain("Explanation");
});

test("an owner corrects their profile, and keeps what was typed where it is refused", async ({
  page,
}) => {
  await signIn(page, "silver@marque.test");
  await page.goto("/my/account/profile");
  await page.locator('input[name="phone"]').fill("12345");
  await page.locator('select[name="birthMonth"]').selectOption("2");
  await page.locator('select[name="birthDay"]').selectOption("30");
  await page.locator('button[value="profile"]').click();
  await expect(page.locator('[aria-invalid="true"]').first()).toBeVisible();
  await expect(page.locator('input[name="phone"]')).toHaveValue("12345");
  await expect(page.locator('select[name="birthDay"]')).toHaveValue("30");
  await expectAccessible(page);

  await page.locator('input[name="phone"]').fill("138 0001 0001");
  await page.locator('select[name="birthDay"]').selectOption("29");
  await page.locator('button[value="profile"]').click();
  await expect(page).toHaveURL(/done=profile/);
  await expect(page.locator('input[name="phone"]')).toHaveValue("+86 138 0001 0001");
});

test("a child is kept with the guardian's consent alone", async ({ page }) => {
  await signIn(page, "silver@marque.test");
  await page.goto("/my/account/family");
  const save = page.locator('form:has(input[name="birthDate"]) button[type="submit"]');
  const list = page.locator("main ul").first();
  await page.locator('input[name="name"]').fill("Mia");
  await page.locator('input[name="birthDate"]').fill("2019-05-04");
  await save.click();
  await expect(page.locator("#guardian-error")).toBeVisible();
  await expect(page.locator('input[name="name"]')).toHaveValue("Mia");
  await page.locator("#guardian").check();
  await save.click();
  await expect(page).toHaveURL(/done=added/);
  await expect(list).toContainText("Mia");
  await expectAccessible(page);

  await list.locator("li").filter({ hasText: "Mia" }).locator("button").click();
  await expect(page).toHaveURL(/done=removed/);
  await expect(page.locator("main")).not.toContainText("Mia");
});

test("letters that are not wanted, and a consent taken back, stay so", async ({ page }) => {
  await signIn(page, "silver@marque.test");
  await page.goto("/my/account/notifications");
  await page.locator("#tier").uncheck();
  await page.locator("#club-news").check();
  await submit(page);
  await expect(page).toHaveURL(/done=saved/);
  await page.reload();
  await expect(page.locator("#tier")).not.toBeChecked();
  await expectAccessible(page);

  // Asking for the news was the consent to them; taking it back stops them.
  await page.goto("/my/account/consents");
  const news = page.locator('form:has(input[value="club-news"]) button');
  await expect(news).toHaveAttribute("value", "no");
  await news.click();
  await expect(page).toHaveURL(/done=taken/);
  await page.goto("/my/account/notifications");
  await expect(page.locator("#club-news")).not.toBeChecked();
});

test("an owner closes their account, thinks better of it and keeps it", async ({ page }) => {
  test.setTimeout(60_000);
  const email = "owner00021@marque.test";
  await withPassword(page, email);
  await page.goto("/my/account/closing");
  await expectAccessible(page);
  await expectNoOverflow(page);
  await page.locator("#sure").check();
  await page.locator('button[value="close"]').click();
  await expect(page.locator('main button[value="keep"]')).toHaveCount(1);

  await page.goto("/my");
  await expect(page.locator(".card")).toBeVisible();
  await expectAccessible(page);
  await page.locator('button[value="keep"]').click();
  await expect(page).toHaveURL(/done=kept/);
  await page.goto("/my");
  await expect(page.locator('button[value="keep"]')).toHaveCount(0);
});
