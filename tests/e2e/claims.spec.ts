import sharp from "sharp";
import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";

const owner = { email: "gold@marque.test", number: "M00090027", order: "E2E-CLAIM" };

const aPhoto = async (side: number) => ({
  name: "invoice.jpg",
  mimeType: "image/jpeg",
  buffer: await sharp({
    create: { width: side, height: side + 100, channels: 3, background: "#fdfbf4" },
  })
    .jpeg()
    .toBuffer(),
});

const dayAgo = (days: number) =>
  new Date(Date.now() - days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);

test("a missing visit is filed with a photo, found by the desk, and is on the statement", async ({
  page,
  browser,
}) => {
  await signIn(page, owner.email);
  await page.goto("/my/points");
  await page.locator('main a[href="/my/claims"]').click();
  await page.locator('main a[href="/my/claims/new"]').first().click();
  await expectAccessible(page);
  await expectNoOverflow(page);

  // A photo that is none keeps the rest of the form.
  const main = page.locator("main");
  await main.locator('input[name="orderNumber"]').fill(` ${owner.order.toLowerCase()} `);
  await main.locator('input[name="visitedOn"]').fill(dayAgo(2));
  await main.locator('textarea[name="note"]').fill("Wipers and a filter");
  await main.locator('input[type="file"]').setInputFiles({
    name: "invoice.jpg",
    mimeType: "image/jpeg",
    buffer: Buffer.from("not a photo at all"),
  });
  await main.locator('form[enctype] button[type="submit"]').click();
  await expect(main.locator("#photo-error")).toBeVisible();
  await expect(main.locator('textarea[name="note"]')).toHaveValue("Wipers and a filter");
  await expectAccessible(page);

  await main.locator('input[type="file"]').setInputFiles(await aPhoto(300));
  await main.locator('form[enctype] button[type="submit"]').click();
  await expect(page).toHaveURL(/\/my\/claims\/\d+\?filed/);
  const claimId = /claims\/(\d+)/.exec(page.url())?.[1];
  await expect(main.locator('img[src$="/photo"]')).toBeVisible();
  await expectAccessible(page);
  await expectNoOverflow(page);

  // The desk finds no such order, and enters it from the invoice.
  const context = await browser.newContext();
  const desk = await context.newPage();
  await signIn(desk, "desk@marque.test");
  await desk.goto("/admin/claims");
  await expectAccessible(desk);
  await desk.locator(`a[href="/admin/claims/${claimId}"]`).click();
  await expect(desk.locator('main img[src$="/photo"]')).toBeVisible();
  await desk.locator('form:has(input[value="take"]) button').click();
  await expect(desk.locator('form:has(input[value="take"])')).toHaveCount(0);
  await desk.locator("main summary").first().click();
  await expectAccessible(desk);
  await desk.locator('input[name="paid"]').fill("486.00");
  await desk.locator('form:has(input[value="enter"]) button').click();
  await expect(desk).toHaveURL(/\?done/);
  await expectAccessible(desk);
  await context.close();

  // The owner has the entry, and a letter that leads to it.
  await page.reload();
  await main.locator('ol a[href^="/my/points/"]').click();
  await expect(main).toContainText(owner.order);
  await page.goto("/demo/mailbox");
  await expect(page.locator("main")).toContainText(owner.order);
});

test("a claim that is refused says why in plain words", async ({ page, browser }) => {
  await signIn(page, owner.email);
  await page.goto("/my/claims/new");
  const main = page.locator("main");
  await main.locator('input[name="orderNumber"]').fill(`${owner.order}-REFUSED`);
  await main.locator('input[name="visitedOn"]').fill(dayAgo(4));
  await main.locator('form[enctype] button[type="submit"]').click();
  await expect(page).toHaveURL(/\/my\/claims\/\d+\?filed/);
  const claimPage = page.url().replace("?filed", "");

  const context = await browser.newContext();
  const desk = await context.newPage();
  await signIn(desk, "desk@marque.test");
  await desk.goto(claimPage.replace("/my/", "/admin/"));
  await desk.locator("main summary").nth(1).click();
  await desk.locator('textarea[name="reason"]').fill("The invoice is of another dealer.");
  await desk.locator('form:has(input[value="refuse"]) button').click();
  await expect(desk).toHaveURL(/\?done/);
  await context.close();

  await page.goto(claimPage);
  await expect(main).toContainText("The invoice is of another dealer.");
  await expectAccessible(page);
});

test("the desk takes a claim for an owner who stands there", async ({ page }) => {
  await signIn(page, "desk@marque.test");
  await page.goto(`/admin/members/${owner.number}/claim`);
  await expectAccessible(page);
  await expectNoOverflow(page);
  const main = page.locator("main");
  await main.locator('input[name="visitedOn"]').fill(dayAgo(3));
  await main.locator('form[enctype] button[type="submit"]').click();
  // Neither number nor photo.
  await expect(main.locator("#orderNumber-error")).toBeVisible();
  await main.locator('input[type="file"]').setInputFiles(await aPhoto(320));
  await main.locator('form[enctype] button[type="submit"]').click();
  await expect(page).toHaveURL(/\/admin\/claims\/\d+$/);
  await expect(main.locator('img[src$="/photo"]')).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a missing visit is filed and withdrawn", async ({ page }) => {
    await signIn(page, owner.email);
    await page.goto("/my/claims/new");
    const main = page.locator("main");
    await main.locator('input[name="visitedOn"]').fill(dayAgo(1));
    await main.locator('input[type="file"]').setInputFiles(await aPhoto(340));
    await main.locator('form[enctype] button[type="submit"]').click();
    await expect(page).toHaveURL(/\/my\/claims\/\d+\?filed/);
    await main.locator("form button").click();
    await expect(page).toHaveURL(/\/my\/claims\/\d+$/);
    await expect(main.locator("form")).toHaveCount(0);
  });
});
