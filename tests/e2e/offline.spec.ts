import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";

test.use({ serviceWorkers: "allow" });

test("the card opens without a network, and signing out throws the kept one away", async ({
  page,
  context,
}) => {
  await signIn(page, "silver@marque.test");
  await page.goto("/my");
  await expect.poll(() => page.evaluate(keptPages)).toContain("/my/card");

  await context.setOffline(true);
  // Each tab shows the card and says why; it stays when one waits, and each tab is there again afterwards.
  const tab = (path: string) => page.locator(`nav a[href="${path}"]`).first();
  for (const path of ["/my/points", "/my/gifts", "/my/garage"]) {
    await tab(path).click();
    await expectKeptCard(page);
    await expect(page).toHaveURL(new RegExp(`${path}$`));
  }
  await page.goto("/my/points/on?day=2026-03-01");
  await expectKeptCard(page);
  await page.waitForTimeout(500);
  await expectKeptCard(page);
  await expectNoOverflow(page);
  await expectAccessible(page);
  await context.setOffline(false);
  await tab("/my/garage").click();
  await expect(page.locator(".kept-copy")).toHaveCount(0);
  await expect(page.locator("h1")).toBeVisible();

  await page.goto("/my");
  await page.evaluate(() => fetch("/sign-out", { method: "POST", redirect: "manual" }));
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
  await page.goto("/my");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a claim that is sent without a network stays as it was typed, and goes when there is one", async ({
  page,
  context,
}) => {
  await signIn(page, "silver@marque.test");
  await page.goto("/my/claims/new", { waitUntil: "networkidle" });
  await fillClaim(page);
  await context.setOffline(true);
  await page.locator('form[enctype] button[type="submit"]').click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expectClaimTyped(page);
  await expectAccessible(page);
  await expectNoOverflow(page);

  await context.setOffline(false);
  await expect(page.getByRole("alert")).toHaveCount(0);
  // What is wrong with it is told only now: it has not been there before.
  await page.locator('form[enctype] button[type="submit"]').click();
  await expect(page.locator("#photo-error")).toBeVisible();
  await expect(page.locator('textarea[name="note"]')).toHaveValue("Typed in a tunnel");
});

test("a claim that gets no answer waits as it is, and is sent again by its sender", async ({
  page,
  context,
}) => {
  await signIn(page, "silver@marque.test");
  await page.goto("/my/claims/new", { waitUntil: "networkidle" });
  await fillClaim(page);
  let tries = 0;
  await context.route("**/my/claims/new.data*", (route) => {
    tries += 1;
    if (tries === 1) return route.abort("internetdisconnected");
    // A proxy that finds nobody behind it.
    if (tries === 2) return route.fulfill({ status: 502, body: "<h1>Bad gateway</h1>" });
    return route.continue();
  });
  await page.locator('form[enctype] button[type="submit"]').click();
  const sendAgain = page.getByRole("alert").getByRole("button");
  await expect(sendAgain).toBeVisible();
  await expectClaimTyped(page);
  await expectAccessible(page);
  await sendAgain.click();
  await expect.poll(() => tries).toBe(2);
  await expect(sendAgain).toBeVisible();
  await expectClaimTyped(page);
  await sendAgain.click();
  await expect(page.locator("#photo-error")).toBeVisible();
  await expect(page.locator('textarea[name="note"]')).toHaveValue("Typed in a tunnel");
  expect(tries).toBe(3);
});

test("staff pages say that they are offline, keep a search that was typed, and come by themselves", async ({
  page,
  context,
}) => {
  await signIn(page, "desk@marque.test");
  await page.goto("/admin/claims", { waitUntil: "networkidle" });
  await context.setOffline(true);
  await page.locator('input[name="q"]').fill("林静");
  await page.locator('input[name="q"]').press("Enter");
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.locator('input[name="q"]')).toHaveValue("林静");
  await expect(page).toHaveURL(/\/admin\/claims$/);
  const toImports = page.locator('a[href="/admin/imports"]');
  if (!(await toImports.first().isVisible())) await page.locator("summary").first().click();
  // Nothing is fetched ahead of a click either, whoever rests on a link: what cannot come would end the page.
  await toImports.locator("visible=true").hover();
  await toImports.locator("visible=true").focus();
  await page.waitForTimeout(500);
  await toImports.locator("visible=true").click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page).toHaveURL(/\/admin\/claims$/);

  // Where the device does not know that it is cut off, the page says so and comes when it is asked for again.
  await context.setOffline(false);
  await context.route("**/admin/imports.data*", (route) => route.abort("internetdisconnected"));
  await toImports.locator("visible=true").click();
  await expect(page).toHaveURL(/\/admin\/imports$/);
  await expect(page.locator("header")).toBeVisible();
  await expectAccessible(page);
  await page.locator('main a[href="/admin/imports"]').click();
  await expect(page.locator('input[type="file"]')).toBeVisible();
});

async function expectKeptCard(page: Page) {
  await expect(page.getByRole("img", { name: /M00090019/ }).first()).toBeVisible();
  await expect(page.locator(".kept-copy")).toBeVisible();
}

async function fillClaim(page: Page) {
  const main = page.locator("main");
  await main.locator('input[name="orderNumber"]').fill("TUNNEL-1");
  await main.locator('input[name="visitedOn"]').fill("2026-11-02");
  await main.locator('textarea[name="note"]').fill("Typed in a tunnel");
  await main.locator('input[type="file"]').setInputFiles({
    name: "invoice.jpg",
    mimeType: "image/jpeg",
    buffer: Buffer.from("not a photo, which only the club finds out"),
  });
}

async function expectClaimTyped(page: Page) {
  const main = page.locator("main");
  await expect(main.locator('input[name="orderNumber"]')).toHaveValue("TUNNEL-1");
  await expect(main.locator('input[name="visitedOn"]')).toHaveValue("2026-11-02");
  await expect(main.locator('textarea[name="note"]')).toHaveValue("Typed in a tunnel");
  const files = main.locator('input[type="file"]');
  expect(await files.evaluate((input: HTMLInputElement) => input.files?.length)).toBe(1);
}

/** The paths of the pages that the browser keeps. */
async function keptPages(): Promise<string[]> {
  const paths: string[] = [];
  for (const name of await caches.keys()) {
    for (const request of await (await caches.open(name)).keys()) {
      paths.push(new URL(request.url).pathname);
    }
  }
  return paths;
}
