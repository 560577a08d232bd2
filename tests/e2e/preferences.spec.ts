import type { Page } from "@playwright/test";
import { expect, signIn, test } from "./fixtures.ts";
import { codeFor } from "./mailbox.ts";

/** Languages and themes that a page is led through; at the end it is as it was. */
async function switchThrough(page: Page, check: () => Promise<void>) {
  const other = (await page.locator("html").getAttribute("lang")) === "en" ? "zh-CN" : "en";
  const first = other === "en" ? "zh-CN" : "en";
  const heading = await page.locator("h1").innerText();
  for (const [locale, theme] of [
    [other, "dark"],
    [first, "light"],
  ] as const) {
    await page.locator(`footer button[value="${locale}"]`).click();
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    await check();
    await page.locator(`footer button[value="${theme}"]`).click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    await check();
  }
  await expect(page.locator("h1")).toHaveText(heading);
  await page.locator('footer button[value="auto"]').click();
  await expect(page.locator("html")).not.toHaveAttribute("data-theme");
}

test("the joining form keeps what was typed when language and look are switched, refused or not", async ({
  page,
}) => {
  const email = "switch@example.test";
  await page.goto("/join");
  await page.locator('input[name="email"]').fill(email);
  await switchThrough(page, () => expect(page.locator('input[name="email"]')).toHaveValue(email));
  await page.locator('input[name="email"]').press("Enter");
  await page.locator('input[name="code"]').fill(await codeFor(email));
  await page.locator('input[name="code"]').press("Enter");
  await expect(page).toHaveURL(/\/join\/details$/);

  await page.locator('input[name="name"]').fill("欧阳 晓");
  await page.locator('input[name="phone"]').fill("123");
  await page.locator('input[name="photos"]').check();
  await page.locator("summary").first().click();
  const stays = async () => {
    await expect(page.locator('input[name="name"]')).toHaveValue("欧阳 晓");
    await expect(page.locator('input[name="phone"]')).toHaveValue("123");
    await expect(page.locator('input[name="photos"]')).toBeChecked();
    await expect(page.locator("main details").first()).toHaveAttribute("open");
  };
  await switchThrough(page, stays);

  await page.locator('input[name="terms"]').check();
  await page.locator('main form button[type="submit"]').last().click();
  await expect(page.locator("#phone-error")).toBeVisible();
  await page.locator('input[name="name"]').fill("欧阳 晓晓");
  await switchThrough(page, async () => {
    await expect(page.locator("#phone-error")).toBeVisible();
    await expect(page.locator('input[name="name"]')).toHaveValue("欧阳 晓晓");
    await expect(page.locator('input[name="photos"]')).toBeChecked();
  });
});

test("an owner's and a desk's page stay as they are, with files, open parts and what was typed", async ({
  page,
}) => {
  await signIn(page, "silver@marque.test");
  await page.goto("/my/claims/new", { waitUntil: "networkidle" });
  await page.locator('textarea[name="note"]').fill("Brakes");
  await page.locator('input[type="file"]').setInputFiles({
    name: "invoice.jpg",
    mimeType: "image/jpeg",
    buffer: Buffer.from("any"),
  });
  await switchThrough(page, async () => {
    await expect(page.locator('textarea[name="note"]')).toHaveValue("Brakes");
    const files = page.locator('input[type="file"]');
    expect(await files.evaluate((input: HTMLInputElement) => input.files?.length)).toBe(1);
  });

  await page.goto("/my/points", { waitUntil: "networkidle" });
  await page.locator("main summary").first().click();
  await switchThrough(page, () => expect(page.locator("main details[open]").first()).toBeVisible());

  await signIn(page, "admin@marque.test");
  await page.goto("/admin/rules/new", { waitUntil: "networkidle" });
  await page.locator('[name="earning.tierPercent.gold"]').fill("321");
  await switchThrough(page, () =>
    expect(page.locator('[name="earning.tierPercent.gold"]')).toHaveValue("321"),
  );
  await page.goto("/admin/club", { waitUntil: "networkidle" });
  await page.locator('input[name="name"]').fill("Half typed");
  await switchThrough(page, () =>
    expect(page.locator('input[name="name"]')).toHaveValue("Half typed"),
  );
});
