import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";

async function begin(page: Page, address: string) {
  await signIn(page, "gifts@marque.test");
  await page.goto(address);
}

async function whole(page: Page) {
  await expectAccessible(page);
  await expectNoOverflow(page);
}

test("a gift is added with a photo, shown to members, archived and brought back", async ({
  page,
  browser,
}) => {
  const sku = "E2E-DESK";
  await begin(page, "/admin/gifts");
  await whole(page);
  const main = page.locator("main");
  await main.locator('a[href="/admin/gifts/new"]').click();
  await whole(page);

  // A slip is told at its field, and nothing that was typed is lost.
  await main.locator('input[name="titleEn"]').fill(`Scarf ${sku}`);
  await main.locator('input[name="titleZh"]').fill(`围巾 ${sku}`);
  await main.locator('input[name="sku"]').fill(sku.toLowerCase());
  await main.locator('input[name="points"]').fill("many");
  await main.locator('input[name="pieces"]').fill("12");
  await main.locator('button[value="save"]').click();
  await expect(main.locator("#points-error")).toBeVisible();
  await expect(main.locator('input[name="titleEn"]')).toHaveValue(`Scarf ${sku}`);
  await whole(page);
  await main.locator('input[name="points"]').fill("480");
  await main.locator('button[value="save"]').click();
  await expect(page).toHaveURL(/\/admin\/gifts\/\d+\?done=added/);
  const gift = /gifts\/(\d+)/.exec(page.url())?.[1];
  await whole(page);

  // A PDF by another name is refused in words; a photo is there at once, for everybody.
  const file = main.locator('input[name="picture"]');
  const add = main.locator('form[action$="/photos"] button[value="add"]');
  await file.setInputFiles({
    name: "scarf.jpg",
    mimeType: "image/jpeg",
    buffer: Buffer.from("%PDF-1.7\n%%EOF\n"),
  });
  await add.click();
  await expect(page).toHaveURL(/refused=not-a-picture/);
  const colour = "#264653";
  const photo = await sharp({
    create: { width: 600, height: 900, channels: 3, background: colour },
  })
    .jpeg()
    .toBuffer();
  await file.setInputFiles({ name: "scarf.jpg", mimeType: "image/jpeg", buffer: photo });
  await add.click();
  await expect(page).toHaveURL(/done=photo/);
  const picture = main.locator('img[src^="/gifts/photos/"]');
  await expect(picture).toHaveCount(1);
  const address = await picture.getAttribute("src");
  await whole(page);

  const context = await browser.newContext();
  const guest = await context.newPage();
  const shown = await guest.request.get(new URL(String(address), page.url()).href);
  expect(shown.headers()["content-type"]).toBe("image/webp");
  const catalogue = new URL("/gifts", page.url()).href;
  await guest.goto(catalogue);
  await expect(guest.locator("main")).toContainText(sku);

  await page.goto(`/admin/gifts/${gift}/preview`);
  await expect(main.locator("section")).toHaveCount(3);
  await whole(page);

  await page.goto(`/admin/gifts/${gift}`);
  await main.locator('button[value="archive"]').first().click();
  await expect(page).toHaveURL(/done=archive/);
  await guest.goto(catalogue);
  await expect(guest.locator("main")).not.toContainText(sku);
  await main.locator('button[value="bring-back"]').first().click();
  await expect(page).toHaveURL(/done=bring-back/);
  await guest.goto(catalogue);
  await expect(guest.locator("main")).toContainText(sku);
  await context.close();
});

test("stock is received, counted with its difference, and its history tells who and why", async ({
  page,
}) => {
  const name = "CRAYONS";
  await begin(page, "/admin/stock");
  await whole(page);
  const main = page.locator("main");
  await main.locator("tr", { hasText: name }).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/admin\/stock\/\d+/);
  await whole(page);
  await main.locator("#receive-pieces").fill("3");
  await main.locator("#receive-note").fill("Delivery note 7");
  await main.locator('button[value="receive"]').click();
  await expect(page).toHaveURL(/done=received/);
  await expect(main).toContainText("Delivery note 7");

  await main.locator('a[href*="/admin/stock/count"]').first().click();
  await whole(page);
  const there = Number(await main.locator('input[name^="seen-"]').inputValue());
  const counted = main.locator('input[name^="counted-"]');
  await counted.fill("a few");
  await main.locator('form[method="post"] button').last().click();
  await expect(main.locator('[role="alert"]')).toBeVisible();
  await expect(counted).toHaveValue("a few");
  await counted.fill(String(there - 1));
  await main.locator('form[method="post"] button').last().click();
  await expect(main.locator('[role="status"]')).toContainText("\u22121");
  await expect(main.locator('input[name^="seen-"]')).toHaveValue(String(there - 1));
  await whole(page);
});

test("the catalogue goes out as a file, and comes back without a change; a bad row is told", async ({
  page,
}) => {
  await begin(page, "/admin/gifts");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator('main a[href="/admin/gifts.csv"]').click(),
  ]);
  const file = await readFile(await download.path());
  await page.goto("/admin/gifts/import");
  await whole(page);
  const main = page.locator("main");
  const send = async (buffer: Buffer) => {
    const input = main.locator('input[type="file"]');
    await input.setInputFiles({ name: "gifts.csv", mimeType: "text/csv", buffer });
    await main.locator('form[enctype] button[type="submit"]').click();
  };
  await send(file);
  await expect(main.locator('[role="status"]')).toBeVisible();
  const rows = main.locator("tbody tr");
  expect(await rows.count()).toBeGreaterThan(10);
  await expect(main.locator("tbody .border-refusal")).toHaveCount(0);
  await whole(page);
  await send(
    Buffer.from("sku,kind,title_en,title_zh,points,fulfilment\nBAD,food,Bad,坏,1,collect\n"),
  );
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText("BAD");
  await whole(page);
});

test("the report tells each figure with how it is worked out", async ({ page }) => {
  await begin(page, "/admin/gifts/report");
  await expect(page.locator("main")).toContainText("÷");
  await whole(page);
});
