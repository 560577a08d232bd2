import { readFileSync } from "node:fs";
import { clubTime } from "#app/platform/club-time.ts";
import { recentExports } from "../../prisma/seed/recent-exports.ts";
import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";

/** The workshop's file as the demo club was loaded with it today. */
async function ordersOfTheDemo(): Promise<Buffer> {
  const { orders } = await recentExports(clubTime("Asia/Shanghai").dayOf(new Date()));
  const pieces: Uint8Array[] = [];
  for await (const piece of orders()) pieces.push(piece);
  return Buffer.concat(pieces);
}

test("the desk finds an owner by a plate in any spelling, without the mouse", async ({ page }) => {
  await signIn(page, "desk@marque.test");
  // The key is the script's: it has to be there first.
  await page.goto("/admin/imports", { waitUntil: "networkidle" });
  await page.locator("h1").focus();
  await page.keyboard.press("/");
  await expect(page.locator('input[name="q"]')).toBeFocused();
  await page.keyboard.type("沪a·8k37d");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/admin\/members\/M00090019$/);
  await expect(page.locator("h1")).toHaveText("林静");
  await expectAccessible(page);
});

test("whoever searches from the keyboard stays in the box, from whichever page", async ({
  page,
}) => {
  await signIn(page, "admin@marque.test");
  for (const from of [
    "/admin",
    "/admin/claims",
    "/admin/members",
    "/admin/members/M00090019",
    "/admin/rules",
  ]) {
    await page.goto(from, { waitUntil: "networkidle" });
    // Some pages begin in the box.
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press("/");
    await page.keyboard.type("杜");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/admin\/search\?q=/);
    // The list that was there before may have such links too.
    await expect(page.locator("h1")).toContainText("杜");
    await expect(page.locator('input[name="q"]')).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(page.locator("main [data-found]").first()).toBeFocused();
    await page.keyboard.press("/");
    await expect(page.locator('input[name="q"]')).toHaveValue("杜");
  }
  // A box that is left shows nothing of the search before.
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/admin\/members\/M/);
  await expect(page.locator('input[name="q"]')).toHaveValue("");
});

test("a part of a Chinese name finds several, and nonsense finds nobody", async ({ page }) => {
  await signIn(page, "desk@marque.test");
  await page.goto(`/admin/search?q=${encodeURIComponent("杜")}`);
  expect(await page.locator('main a[href^="/admin/members/M"]').count()).toBeGreaterThan(1);
  for (const nonsense of ["%", "'", "_", "😀", "x".repeat(500)]) {
    const response = await page.goto(`/admin/search?q=${encodeURIComponent(nonsense)}`);
    expect(response?.status()).toBe(200);
    await expect(page.locator('main a[href^="/admin/members/M"]')).toHaveCount(0);
  }
});

test("the desk brings in the workshop's file again: nothing changes, and the report says so", async ({
  page,
}) => {
  await signIn(page, "desk@marque.test");
  await page.goto("/admin/imports");
  await page.locator('input[type="file"]').setInputFiles({
    name: "again.csv",
    mimeType: "text/csv",
    buffer: await ordersOfTheDemo(),
  });
  await page.locator('form[enctype="multipart/form-data"] button[type="submit"]').click();
  await expect(page).toHaveURL(/\/admin\/imports\/\d+$/);
  // Whoever comes back finds it where it is.
  await page.reload();
  const main = page.locator("main");
  await expect(main.locator("progress")).toHaveCount(0, { timeout: 45_000 });
  await expect(main).toContainText("3,110");
  await expect(main).toContainText("67");
  await expectNoOverflow(page);
  await expectAccessible(page);

  const report = await page.request.get(`${page.url()}/report.csv`);
  expect(report.status()).toBe(200);
  expect((await report.text()).trim().split("\n").length).toBe(3177 + 1);
});

test("a picture that is called a table is refused in words", async ({ page }) => {
  await signIn(page, "desk@marque.test");
  await page.goto("/admin/imports");
  await page.locator('input[type="file"]').setInputFiles({
    name: "orders.csv",
    mimeType: "text/csv",
    buffer: readFileSync("public/icons/icon-192.png"),
  });
  await page.locator('form[enctype="multipart/form-data"] button[type="submit"]').click();
  await expect(page).toHaveURL(/\/admin\/imports\/\d+$/);
  await expect(page.locator("main")).toContainText("图片", {
    timeout: 30_000,
  });
  await expectAccessible(page);
});

test("finance sees the books but not how to reach the owner, and showing it is deliberate", async ({
  page,
}) => {
  await signIn(page, "finance@marque.test");
  await page.goto("/admin/members/M00090019");
  await expect(page.locator("main")).not.toContainText("silver@marque.test");
  await page.goto("/admin/imports");
  await expect(page.locator("main")).toContainText(/403|not yours|无权/i);
});

test("an owner is not staff, nor staff an owner; either is told so in a frame with the way back", async ({
  page,
}) => {
  for (const [who, notTheirs, theirs] of [
    ["silver@marque.test", "/admin", "/my"],
    ["silver@marque.test", "/admin/members/M00090027", "/my"],
    ["finance@marque.test", "/my/points", "/admin"],
    ["finance@marque.test", "/admin/imports", "/admin"],
  ] as const) {
    await signIn(page, who);
    expect((await page.goto(notTheirs))?.status()).toBe(403);
    await expect(page.locator("header")).toBeVisible();
    await expect(page.locator('footer a[href="/about/contact"]')).toBeVisible();
    await expectAccessible(page);
    await expectNoOverflow(page);
    await page.locator("main a.button").click();
    await expect(page).toHaveURL(({ pathname }) => pathname === theirs);
    await expect(page.locator("h1")).toBeVisible();
  }
});
