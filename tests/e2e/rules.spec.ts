import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";

const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);
const press = (page: Page, intent: string) =>
  page.locator(`button[name="intent"][value="${intent}"]`).first().click();

/** One stands wholly above the other. */
async function expectInOrder(above: Locator, below: Locator) {
  const [first, second] = await Promise.all([above.boundingBox(), below.boundingBox()]);
  expect((first?.y ?? 0) + (first?.height ?? 0)).toBeLessThanOrEqual(second?.y ?? 0);
}

/** No table needs to be scrolled sideways. */
async function expectNothingCutOff(part: Locator) {
  const hidden = await part
    .locator("section[tabindex]")
    .evaluateAll((boxes) => boxes.map((box) => box.scrollWidth - box.clientWidth));
  expect(hidden.length).toBeGreaterThan(2);
  expect(hidden.filter((width) => width > 0)).toEqual([]);
}

test("an admin changes a rule: a slip is told at its field, the change is previewed, saved, and taken back", async ({
  page,
}) => {
  await signIn(page, "admin@marque.test");
  await page.goto("/admin/rules");
  await expectAccessible(page);
  await expectNoOverflow(page);
  await page.locator('main a[href="/admin/rules/new"]').click();
  await expect(field(page, "earning.tierPercent.gold")).toHaveValue("200");

  await field(page, "earning.tierPercent.gold").fill("-300");
  await field(page, "note").fill("Gold earns three times from now on");
  await press(page, "preview");
  await expect(page).toHaveURL(/\/admin\/rules\/new/);
  await expect(field(page, "earning.tierPercent.gold")).toHaveAttribute("aria-invalid", "true");
  await expect(field(page, "earning.tierPercent.gold")).toHaveValue("-300");
  await expect(field(page, "note")).toHaveValue("Gold earns three times from now on");
  await expectAccessible(page);

  await field(page, "earning.tierPercent.gold").fill("300");
  await press(page, "preview");
  const preview = page.locator('section[aria-labelledby="preview"]');
  await expect(preview).toContainText("300");
  await expect(preview.locator("table")).not.toHaveCount(0);
  // What was asked for comes into sight, with the button that saves it below, and nothing of it is cut off.
  await expect(preview.locator("h2")).toBeInViewport();
  await expectInOrder(page.locator("header"), preview.locator("h2"));
  await expectInOrder(preview, page.locator('button[value="save"]'));
  await expectNothingCutOff(preview);
  await expectAccessible(page);
  await expectNoOverflow(page);

  // What was changed after the preview is not saved unseen.
  await field(page, "earning.tierPercent.gold").fill("250");
  await press(page, "save");
  await expect(preview).toContainText("250");
  await expect(page).toHaveURL(/\/admin\/rules\/new#preview$/);
  await press(page, "save");
  await expect(page).toHaveURL(/\/admin\/rules\?saved=\d+$/);
  const version = Number(new URL(page.url()).searchParams.get("saved"));
  await expect(page.locator("main")).toContainText("250");

  const withdrawal = page.locator(`form:has(input[name="version"][value="${version}"])`);
  await page.locator("main details").first().locator("summary").click();
  await withdrawal.locator("textarea").fill("Only tried out");
  await withdrawal.locator("button").click();
  await expect(page).toHaveURL(new RegExp(`withdrawn=${version}$`));
  await expect(page.locator("main")).toContainText("Only tried out");
  await expectAccessible(page);
});

test("the desk asks for points above the limit, finance books them, and the desk could not have", async ({
  page,
  browser,
  locale,
}) => {
  const number = "M00010090";
  await signIn(page, "desk@marque.test");
  await page.goto(`/admin/members/${number}/adjust`);
  await field(page, "points").fill("800");
  await field(page, "reason").fill("x");
  await page.locator("main form button").last().click();
  await expect(field(page, "reason")).toHaveAttribute("aria-invalid", "true");
  await expect(field(page, "points")).toHaveValue("800");
  await expectAccessible(page);
  await field(page, "reason").fill("A service of last October is missing");
  await page.locator("main form button").last().click();
  await expect(page).toHaveURL(/done=waiting$/);
  await expectNoOverflow(page);

  const request = (on: Page) => on.locator("main li", { hasText: number });
  await page.goto("/admin/approvals");
  await expect(request(page)).toBeVisible();
  await expect(page.locator('button[value="approve"]')).toHaveCount(0);
  const id = await request(page).locator('input[name="request"]').inputValue();
  const byHand = await page.request.post("/admin/approvals", {
    form: { request: id, intent: "approve" },
    headers: { Origin: new URL(page.url()).origin },
  });
  expect(byHand.status()).toBe(403);
  await expectAccessible(page);

  const second = await browser.newContext({ locale });
  const finance = await second.newPage();
  await signIn(finance, "finance@marque.test");
  await finance.goto("/admin/approvals");
  await expectAccessible(finance);
  await request(finance).locator('button[value="approve"]').click();
  await expect(finance).toHaveURL(/done=booked$/);
  await finance.goto(`/admin/members/${number}`);
  await expect(finance.locator("main")).toContainText("+800");
  await finance.goto("/admin/audit?group=points");
  await expect(finance.locator("main")).toContainText(number);
  await expectAccessible(finance);
  await expectNoOverflow(finance);
  await second.close();
});

test("an admin grants Gold and takes it back", async ({ page }) => {
  const number = "M00010082";
  await signIn(page, "admin@marque.test");
  await page.goto(`/admin/members/${number}/gold`);
  await field(page, "through").fill("2020-01-01");
  await field(page, "reason").fill("Guest of honour");
  await press(page, "grant");
  await expect(field(page, "through")).toHaveAttribute("aria-invalid", "true");
  await expect(field(page, "reason")).toHaveValue("Guest of honour");
  const nextYear = new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10);
  await field(page, "through").fill(nextYear);
  await press(page, "grant");
  await expect(page).toHaveURL(/done=granted$/);
  await expectAccessible(page);
  await expectNoOverflow(page);
  await page.locator("main details summary").first().click();
  await field(page, "withdrawReason").first().fill("Granted by mistake");
  await press(page, "withdraw");
  await expect(page).toHaveURL(/done=withdrawn$/);
  await expect(page.locator("main")).toContainText("Granted by mistake");
});
