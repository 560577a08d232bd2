import {
  expect,
  expectAccessible,
  expectNoOverflow,
  signIn,
  signInByForm,
  test,
} from "./fixtures.ts";

// Of the real roster, so that no other journey counts on what they have.
const PART_OF_NAME = "王";

test("from sign-in to a recorded visit without touching the mouse", async ({ page }) => {
  await signInByForm(page, "desk@marque.test");
  await expect(page).toHaveURL(/\/admin$/);
  await expect(page.locator('input[name="q"]')).toBeFocused();
  await page.keyboard.type(PART_OF_NAME);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/admin\/search/);
  const found = page.locator("main [data-found]");
  await expect(found.nth(1)).toBeVisible();
  await page.locator('input[name="q"]').focus();
  await page.keyboard.press("ArrowDown");
  await expect(found.first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(found.nth(1)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(page.locator('input[name="q"]')).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await expect(page.locator('input[name="q"]')).toHaveValue("");
  await expect(page.locator('input[name="q"]')).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/admin\/members\/M\d{8}$/);
  await expectAccessible(page);

  const visit = page.getByRole("link", { name: /Record a visit|登记到店/ });
  await visit.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/visit$/);
  await expectNoOverflow(page);
  await page.locator('textarea[name="note"]').focus();
  await page.keyboard.type("brakes");
  await page.locator('input[name="orderNumber"]').focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?visit=\d+$/);
  await expect(page.getByRole("status")).toBeVisible();
  await expect(page.locator("main")).toContainText(/At the workshop today|今天在店/);
  await page.goto("/admin");
  await expect(page.locator("main")).toContainText("brakes");
  await expectAccessible(page);
  await expectNoOverflow(page);
});

test("a visit that cannot be is told so, and nothing typed is lost", async ({ page }) => {
  await signIn(page, "desk@marque.test");
  await page.goto("/admin/members/M00090035/visit");
  await page.locator('input[name="odometer"]').fill("12");
  await page.locator('input[name="settled"]').check();
  await page.locator('input[name="paid"]').fill("-5");
  await page.locator('input[name="paid"]').press("Enter");
  await expect(page.locator('input[name="paid"]')).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator('input[name="paid"]')).toHaveValue("-5");
  await page.locator('input[name="paid"]').fill("5");
  await page.locator('input[name="paid"]').press("Enter");
  await expect(page.locator('input[name="orderNumber"]')).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator('select[name="kind"]')).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);

  await page.locator('input[name="settled"]').uncheck();
  await page.locator('input[name="odometer"]').press("Enter");
  await expect(page.locator('input[name="odometer"]')).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator('input[name="odometerSure"]')).toBeVisible();
  await expectAccessible(page);
});

test("without a camera the desk is told so, and typing goes on", async ({ page, browserName }) => {
  test.skip(browserName !== "chromium");
  await signIn(page, "desk@marque.test");
  await page.goto("/admin");
  await page.getByRole("button", { name: /Scan a card|扫描会员卡/ }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("alert")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await page.locator('input[name="q"]').fill("M00090019");
  await page.locator('input[name="q"]').press("Enter");
  await expect(page).toHaveURL(/M00090019$/);
});

test("an admin narrows the list, saves the filter and exports it", async ({ page }) => {
  await signIn(page, "admin@marque.test");
  await page.goto("/admin/members");
  await page.locator('select[name="tier"]').selectOption("gold");
  await page.locator('select[name="sort"]').selectOption("number");
  await page.locator('select[name="sort"]').press("Enter");
  await page.getByRole("button", { name: /^(Filter|筛选)$/ }).click();
  await expect(page).toHaveURL(/tier=gold/);
  await expect(page.locator("main [data-found]").first()).toBeVisible();
  await expectNoOverflow(page);
  await expectAccessible(page);

  const name = "Gold by number";
  await page.locator("details.disclosure summary").click();
  await page.locator('input[name="name"]').fill(name);
  await page.locator('input[name="name"]').press("Enter");
  await expect(page.getByRole("link", { name })).toBeVisible();
  await page.goto("/admin/members");
  await page.getByRole("link", { name }).click();
  await expect(page).toHaveURL(/tier=gold&sort=number/);

  const csv = await page.evaluate(async () =>
    (await fetch("/admin/members.csv?tier=gold&sort=number")).text(),
  );
  const [heading, first] = csv.split("\r\n");
  expect(heading).toContain("会员号");
  expect(first).toContain("金卡");

  await page.locator("details.disclosure summary").click();
  await page.getByRole("button", { name: /^(Delete|删除)$/ }).click();
  await expect(page.getByRole("link", { name })).toHaveCount(0);
});

test("the desk corrects a phone number; an e-mail wants a look at an ID", async ({ page }) => {
  await signIn(page, "desk@marque.test");
  await page.goto("/admin/members/M00090019/contact");
  const email = await page.locator('input[name="email"]').inputValue();
  await page.locator('input[name="phone"]').fill("12");
  await page.locator('input[name="phone"]').press("Enter");
  await expect(page.locator('input[name="phone"]')).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);
  await page.locator('input[name="phone"]').fill("139 0001 0009");
  await page.locator('input[name="email"]').fill(`new.${email}`);
  await page.locator('input[name="email"]').press("Enter");
  await expect(page.locator('input[name="seenId"]')).toHaveAttribute("aria-invalid", "true");
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="phone"]').press("Enter");
  await expect(page).toHaveURL(/done=contact/);
  await expect(page.locator("main")).toContainText("139 0001 0009");
});
