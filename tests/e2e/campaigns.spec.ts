import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

test("an admin writes a campaign, is told what is missing, publishes it, and a friend reads of it until it is stopped", async ({
  page,
  browser,
}) => {
  await signIn(page, "admin@marque.test");
  await page.goto("/admin/campaigns/new");
  await page.fill("#titleEn", "Weeks of the long road");
  await page.fill("#capTotal", "none");
  await page.locator("main form button").last().click();
  await expect(page.locator("#capTotal")).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("#titleEn")).toHaveValue("Weeks of the long road");
  await expectAccessible(page);

  await page.fill("#capTotal", "5");
  await page.locator("main form button").last().click();
  await expect(page).toHaveURL(/\/admin\/campaigns\/\d+\?done=begun/);
  await expect(page.locator('section[aria-labelledby="checklist"] li')).not.toHaveCount(0);
  await expect(page.locator('button[value="publish"]')).toHaveCount(0);

  await page.locator('main a[href$="/edit"]').click();
  await page.fill("#titleZh", "长途周");
  await page.fill("#aboutEn", "A friend who takes a car for the long road brings more.");
  await page.fill("#aboutZh", "推荐朋友购长途座驾，另有奖励。");
  await page.fill("#firstDay", inDays(-2));
  await page.fill("#lastDay", inDays(20));
  // No friend of the other journeys asks for this one.
  await page.fill("#models", "Langstrecke Nine");
  await page.check('input[name="bonus"][value="percent"]');
  await page.fill("#percent", "25");
  // A second tab saves first; this one is told, and keeps what was typed.
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.fill("#titleZh", "远行周");
  await other.locator("main form button").last().click();
  await expect(other).toHaveURL(/done=saved/);
  await page.locator("main form button").last().click();
  await expect(page.locator("#percent")).toHaveValue("25");
  await expect(page).toHaveURL(/\/edit/);
  await other.close();

  const fields = {
    ...{ titleZh: "长途周", firstDay: inDays(-2), lastDay: inDays(20), percent: "25" },
    ...{ aboutEn: "It brings more.", aboutZh: "另有奖励。", models: "Langstrecke Nine" },
  };
  await page.goto(page.url());
  for (const [name, value] of Object.entries(fields)) await page.fill(`#${name}`, value);
  await page.check('input[name="bonus"][value="percent"]');
  await page.locator("main form button").last().click();
  await expect(page).toHaveURL(/done=saved/);
  await page.locator('button[value="publish"]').click();
  await expect(page).toHaveURL(/done=published/);
  await expectAccessible(page);
  await expectNoOverflow(page);
  const campaign = new URL(page.url()).pathname;

  const referrer = await (await browser.newContext({ locale: "en-GB" })).newPage();
  await signIn(referrer, "falk@marque.test");
  await referrer.goto("/my/referrals");
  await expect(referrer.locator("main")).toContainText("25 % more points");
  const link = await referrer
    .locator("main")
    .getByText(/\/r\/[\w-]+/)
    .first()
    .textContent();
  const friend = await (await browser.newContext({ locale: "en-GB" })).newPage();
  await friend.goto(String(link).trim());
  await expect(friend.locator("main")).toContainText("Weeks of the long road");
  await expect(friend.locator("main")).not.toContainText("25 %");
  await expectAccessible(friend);
  await expectNoOverflow(friend);

  await page.goto(campaign);
  await page.locator("main details summary").click();
  await page.locator('button[value="stop"]').click();
  await expect(page).toHaveURL(/done=stopped/);
  await friend.reload();
  await expect(friend.locator("main")).not.toContainText("Weeks of the long road");
});
