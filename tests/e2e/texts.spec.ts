import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";

test("everybody reads the club's rules, its privacy notice and how to reach it, from any page's foot", async ({
  page,
}) => {
  for (const name of ["rules", "privacy", "contact"]) {
    await page.goto("/sign-in");
    await page.locator(`footer a[href="/about/${name}"]`).click();
    await expect(page).toHaveURL(new RegExp(`/about/${name}$`));
    await expect(page.locator("main h1")).toBeVisible();
    expect((await page.locator("main").innerText()).length).toBeGreaterThan(80);
    await expectAccessible(page);
    await expectNoOverflow(page);
  }
});

test("an owner whom the dealership brought in agrees to the rules later, and sees which version", async ({
  page,
}) => {
  await signIn(page, "referrer@marque.test");
  await page.goto("/my/account/consents");
  // Letters that come are named beside the consent that nobody asked for.
  await expect(page.locator('main a[href="/my/account/notifications"]').first()).toBeVisible();
  await page.locator('main a[href^="/my/rules"]').click();
  await expect(page).toHaveURL(/\/my\/rules/);
  await expectAccessible(page);
  await expectNoOverflow(page);
  await page.locator('main form button[type="submit"]').click();
  await expect(page).toHaveURL(/\/my\/account\/consents$/);
  await expect(page.locator('main a[href^="/about/rules?version="]')).toBeVisible();
  await expect(page.locator('main a[href^="/my/rules"]')).toHaveCount(0);
  await expectAccessible(page);
});

test("an admin writes a text in both languages; the version before stays readable", async ({
  page,
}) => {
  await signIn(page, "admin@marque.test");
  await page.goto("/admin/texts");
  await page.locator('main a[href="/admin/texts/contact"]').click();
  const said = "Come to the lake on Monday.";
  await page.locator('textarea[name="en"]').fill(`# Hours\n${said}\n- <b>Monday</b>`);
  await page.locator('textarea[name="zh"]').fill("");
  await page.locator('main form button[type="submit"]').click();
  await expect(page.locator('textarea[name="zh"]')).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator('textarea[name="en"]')).toHaveValue(/Come to the lake/);
  await expectAccessible(page);
  await page.locator('textarea[name="zh"]').fill(`# 时间\n${said}\n- <b>周一</b>`);
  await page.locator('main form button[type="submit"]').click();
  await expect(page).toHaveURL(/\/admin\/texts\?done=saved/);

  await page.locator('main a[href="/about/contact"]').click();
  await expect(page.locator("main")).toContainText(said);
  await expect(page.locator("main li")).toContainText("<b>");
  await expectAccessible(page);
  await page.locator('main a[href^="/about/contact?version="]').click();
  await expect(page.locator("main")).not.toContainText(said);
  await expect(page.locator('main a[href="/about/contact"]')).toBeVisible();
});
