import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";

test("an admin sees what a program was to be told, is kept from private networks, and gives it a new secret", async ({
  page,
}) => {
  await signIn(page, "admin@marque.test");
  await page.goto("/admin/webhooks");
  await page.locator('main a[href="/admin/webhooks/1"]').click();
  await expect(page).toHaveURL("/admin/webhooks/1");

  const messages = page.locator("table tbody tr");
  await expect(messages.nth(10)).toBeVisible();
  await messages.first().locator("summary").click();
  const message = JSON.parse((await messages.first().locator("pre").textContent()) ?? "");
  expect(message.id).toMatch(/^evt_/);
  expect(Object.keys(message.data).toSorted()).toEqual(["ended", "lead_id", "source", "stage"]);
  // Nothing goes out while it is off.
  await expect(page.locator('button[value="again"], button[value="test"]')).toHaveCount(0);

  await page.fill("#description", "CRM 2");
  await page.fill("#url", "https://0x7f.1/hooks");
  await page.click('button[value="change"]');
  await expect(page.locator("#url-error")).toBeVisible();
  await expect(page.locator("#description")).toHaveValue("CRM 2");
  await expect(page.locator("#url")).toHaveValue("https://0x7f.1/hooks");
  await expectNoOverflow(page);
  await expectAccessible(page);

  await page.click('button[value="new-secret"]');
  const secret = page.getByText(/^whsec_[\w+/]{43}=$/);
  await expect(secret).toBeVisible();
  await page.goto("/admin/webhooks/1");
  await expect(secret).toHaveCount(0);
  await page.goto("/admin/audit");
  await expect(page.locator("table tbody tr").first()).not.toContainText("whsec_");
});
