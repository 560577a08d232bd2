import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";
import { withPassword } from "./mailbox.ts";

/** A holder with visits on file, and a claimant: a car changes hands here. */
const holder: Owner = { email: "owner00040@marque.test", plate: "粤A7C8XJ" };
const claimant: Owner = { email: "owner00031@marque.test", plate: "湘FM2GLH" };
const SECOND_CAR = "沪AD60441";

type Owner = { email: string; plate: string };

/** A plate without its first two signs: as a drawn plate, a dot follows them. */
const tail = (plate: string) => plate.slice(2);

/** The page as it stands passes axe and fits. */
async function expectSound(page: Page): Promise<void> {
  await expectNoOverflow(page);
  await expectAccessible(page);
}

test("an owner adds a second car, reads its odometer for points once, and sells it", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await withPassword(page, holder.email);
  const main = page.locator("main");

  await page.goto("/my/garage");
  await expectSound(page);
  await main.locator('a[href="/my/garage/add"]').click();
  await expect(page).toHaveURL(/\/my\/garage\/add$/);
  await expectSound(page);
  // A VIN whose check digit is wrong keeps what was typed.
  await main.locator("#plate").fill(SECOND_CAR);
  await main.locator("#vin").fill("LFMAP22C0H0500100");
  await main.locator('button[name="step"]').click();
  await expect(main.locator("#vin-error")).toBeVisible();
  await expect(main.locator("#plate")).toHaveValue(SECOND_CAR);
  await expectSound(page);
  await main.locator("#vin").fill("");
  await main.locator("#model").fill("海豚 荣耀版 420 km 自由型");
  await main.locator('button[name="step"]').click();
  await expect(page).toHaveURL(/\/my\/garage\/\d+\?done=added/);
  await expectSound(page);
  const car = new URL(page.url()).pathname;

  await main.locator(`a[href="${car}/odometer"]`).click();
  await expect(page).toHaveURL(/\/odometer$/);
  await expectSound(page);
  await main.locator("#km").fill("12 000 km");
  await main.locator('form:has(#km) button[type="submit"]').click();
  await expect(page).toHaveURL(/saved=[1-9]\d*$/);
  await expectSound(page);
  // A second reading of the same month is kept, and earns nothing.
  await page.goto(`${car}/odometer`);
  await main.locator("#km").fill("12050");
  await main.locator('form:has(#km) button[type="submit"]').click();
  await expect(page).toHaveURL(/saved=0$/);
  await expect(main).toContainText("12,050");

  // A slip is struck through with its reason, and stays to be read.
  await main.locator("summary").first().click();
  await expectAccessible(page);
  await main.locator('input[name="reason"]').first().fill("Read the wrong dial");
  await main.locator('input[name="reason"]').first().press("Enter");
  await expect(page).toHaveURL(/voided=0$/);
  await expect(main.locator("s")).toContainText("12,050");
  await expect(main).toContainText("Read the wrong dial");
  await expectNoOverflow(page);

  await page.goto(`${car}/drivers`);
  await expectSound(page);
  await page.goto(`${car}/replace`);
  await expectSound(page);

  await page.goto(car);
  await main.locator(`a[href="${car}/sold"]`).click();
  await expect(page).toHaveURL(/\/sold$/);
  await expectSound(page);
  // Nothing has happened yet: there is a way back.
  await main.locator(`form a[href="${car}"]`).click();
  await expect(page).toHaveURL(new RegExp(`${car}$`));
  await main.locator(`a[href="${car}/sold"]`).click();
  await main.locator('form button[type="submit"]').click();
  await expect(page).toHaveURL(/\?done=sold$/);
  await expectSound(page);
  await expect(main.locator(`a[href="${car}/odometer"]`)).toHaveCount(0);
});

test("a car that somebody holds is granted by the desk, and never with the former holder's history", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  await withPassword(page, claimant.email);
  const main = page.locator("main");
  await page.goto("/my/garage/add");
  await main.locator("#plate").fill(holder.plate);
  await main.locator('button[name="step"]').click();
  await expect(page).toHaveURL(/\/my\/garage\?done=claimed$/);
  await expectSound(page);
  await expect(main).toContainText(holder.plate);
  // It is asked for, and not theirs yet.
  await expect(main.locator("section").filter({ hasText: tail(holder.plate) })).toHaveCount(1);

  const context = await browser.newContext({ viewport: page.viewportSize() });
  const desk = await context.newPage();
  await signIn(desk, "desk@marque.test");
  await desk.goto("/admin/cars");
  await expectSound(desk);
  await desk.locator("main a").filter({ hasText: holder.plate }).click();
  await expect(desk).toHaveURL(/\/admin\/cars\/\d+$/);
  await expectSound(desk);
  await desk.locator('button[value="grant"]').click();
  await expect(desk).toHaveURL(/\?done=granted/);
  await expectSound(desk);
  await context.close();

  await page.goto("/my/garage");
  const car = main.locator("section").filter({ hasText: tail(holder.plate) });
  await car.locator('a[href^="/my/garage/"]').last().click();
  await expect(page).toHaveURL(/\/my\/garage\/\d+$/);
  await expect(main.locator("h1")).toContainText(tail(holder.plate));
  // The former holder came in several times; not one of those visits is here, nor what it earned.
  await expect(main.locator("ul li")).toHaveCount(0);
  await expect(main.locator('a[href^="/my/points/"]')).toHaveCount(0);
  await expectSound(page);
  await page.goto("/demo/mailbox");
  await expect(page.locator("main")).toContainText(claimant.email);
});
