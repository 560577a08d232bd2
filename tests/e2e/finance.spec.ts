import { readFile } from "node:fs/promises";
import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";

test("finance asks for the end of a month, sees what was booked since, and takes the same report as a file", async ({
  page,
}) => {
  await signIn(page, "finance@marque.test");
  await page.goto("/admin/finance");
  await page.locator('main a[href="/admin/finance/liability"]').click();
  await expect(page.locator("main figure svg[role=img]").first()).toBeVisible();
  await page.locator('[name="day"]').fill("2026-03-31");
  await page.locator('[name="booked"]').fill("2026-04-02");
  await page.locator("main form button").first().click();
  // The demo was booked today, for days long ago.
  await page.locator('main a[href*="/liability?day=2026-03-31"]').click();
  await expect(page).toHaveURL(/day=2026-03-31&booked=(?!2026-04-02)/);
  await expectAccessible(page);
  await expectNoOverflow(page);

  const row = page.locator('section[aria-labelledby="movement"] tbody tr').last();
  const closing = await row.locator("td").last().innerText();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator('main a[href^="/admin/finance/movement.csv"]').click(),
  ]);
  const lines = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
  expect(lines).toHaveLength(13);
  expect(lines.at(-1)).toMatch(/^2026-03,/);
  expect(lines.at(-1)?.split(",").at(-1)).toBe(closing.replaceAll(",", ""));
});
