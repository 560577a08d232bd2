import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";
import { codeFor, foundIn } from "./mailbox.ts";

// A referrer, and friends of whom none is in the club.
const REFERRER = "falk@marque.test";
const PHONES = ["139 8888 0001", "139 8888 0002"] as const;

test("a friend is named, is asked whether it was them, says yes, and is forgotten", async ({
  page,
  browser,
}) => {
  const email = "friend@elsewhere.test";
  await signIn(page, REFERRER);
  await page.goto("/my");
  await expect(page).toHaveURL(/\/my\/referrals$/);
  await expectAccessible(page);
  await expectNoOverflow(page);

  // Without the friend's consent nothing is sent, and what was typed stays.
  await page.locator('main a[href="/my/referrals/new"]').first().click();
  const main = page.locator("main");
  await main.locator('input[name="name"]').fill("Bo Lin");
  await main.locator('input[name="phone"]').fill(PHONES[0]);
  await main.locator('input[name="model"]').fill("Tayron");
  await main.locator("summary").click();
  await main.locator('input[name="email"]').fill(email);
  await main.locator('input[name="consent"]').evaluate((box) => box.removeAttribute("required"));
  await main.locator('form button[type="submit"]').click();
  await expect(main.locator("#consent-error")).toBeVisible();
  await expect(main.locator('input[name="email"]')).toHaveValue(email);
  await expectAccessible(page);
  await main.locator('input[name="consent"]').check();
  // Whoever is faster than people are waits for a person, and their friend gets no letter.
  await page.waitForTimeout(3_000);
  await main.locator('form button[type="submit"]').click();
  await expect(page).toHaveURL(/\/my\/referrals\/\d+\?done=handed-in/);
  await expect(main.locator('[role="status"]').first()).toContainText("Bo Lin");
  await expectAccessible(page);
  await expectNoOverflow(page);
  const own = new URL(page.url()).pathname;

  const [address] = await foundIn(email, /\/f\/[\w-]{22}/);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const friend = await context.newPage();
  await friend.goto(new URL(address, page.url()).href);
  await friend.locator('button[value="confirm"]').click();
  await expect(friend.locator('button[value="confirm"]')).toHaveCount(0);
  await page.goto(own);
  await expect(main).toContainText("Bo Lin");
  await friend.locator('button[value="forget"]').click();
  await expect(friend.locator("main button")).toHaveCount(0);
  await page.goto(own);
  await expect(main).not.toContainText("Bo Lin");
  await expectAccessible(page);
  await context.close();
});

test("whoever opens the link names themselves, without scripts, and has a page of their own", async ({
  page,
  browser,
}) => {
  await signIn(page, REFERRER);
  await page.goto("/my/referrals");
  const link = await page.locator("main .select-all").first().innerText();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const friend = await context.newPage();
  await friend.goto(new URL(new URL(link).pathname, page.url()).href);
  await friend.locator('input[name="name"]').fill("Mia");
  await friend.locator('input[name="phone"]').fill(PHONES[1]);
  await friend.locator('input[name="model"]').fill("ID.7");
  await friend.locator('input[name="consent"]').check();
  await friend.locator('main form button[type="submit"]').click();
  await expect(friend).toHaveURL(/\/f\/[\w-]{22}\?done=asked/);
  const address = friend.url();
  await context.close();
  await page.goto(address);
  await expectAccessible(page);
  await expectNoOverflow(page);
});

test("anybody begins to recommend with an e-mail address, and has pages of their own", async ({
  page,
}) => {
  const email = "begins@elsewhere.test";
  await page.goto("/refer");
  await page.locator('input[name="name"]').fill("Ines");
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="agree"]').check();
  await page.locator('main form button[type="submit"]').click();
  await expect(page).toHaveURL(/\/refer\/code/);
  await expectAccessible(page);
  await page.locator('input[name="code"]').fill(await codeFor(email));
  await page.locator('input[name="code"]').press("Enter");
  await expect(page).toHaveURL(/\/my\/referrals\?done=welcome/);
  await expectAccessible(page);
  await expectNoOverflow(page);
  const poster = await page.request.get("/my/referrals/poster.pdf");
  expect(poster.headers()["content-type"]).toBe("application/pdf");
  await page.goto("/my/gifts");
  await expect(page).toHaveURL(/\/my\/referrals$/);
});
