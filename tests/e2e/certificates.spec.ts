import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";

const CONTEST = /a road to draw|画一条路/;

test("a certificate is corrected by staff, printed by its family, and confirmed to whoever holds it", async ({
  page,
}) => {
  test.slow();
  await signIn(page, "silver@marque.test");
  // The event's own page, long after it, leads to what there is for the party.
  await page.goto("/my/events/childrens-drawing-contest-a-road-to-draw");
  await expect(page.locator('main a[href^="/my/albums/"]')).toBeVisible();
  await page.locator('main a[href="/my/certificates"]').click();
  await expect(page).toHaveURL(/\/my\/certificates$/);
  const mine = page.locator("main li").filter({ hasText: CONTEST }).first();
  const name = String(await mine.locator("h2").textContent());
  await expectAccessible(page);
  await expectNoOverflow(page);
  const old = String(await mine.locator("p.figure").textContent());

  await signIn(page, "events@marque.test");
  await page.goto("/admin/events?show=past");
  const event = page.getByRole("link", { name: CONTEST }).first();
  await page.goto(`${await event.getAttribute("href")}/certificates`);
  const printed = await page.request.get(
    String(await page.locator('a[href$="certificates.pdf?in=both"]').getAttribute("href")),
  );
  expect(printed.headers()["content-type"]).toBe("application/pdf");
  expect((await printed.body()).subarray(0, 5).toString()).toBe("%PDF-");
  await page.locator('input[name="find"]').fill(name);
  await page.locator('input[name="find"]').press("Enter");
  const row = page.locator("tbody tr").filter({ hasText: old });
  await row.locator("summary").click();
  await row.locator('input[name="name"]').fill("محمد Lin");
  await row.locator('button[value="correct"]').click();
  await expect(page).toHaveURL(/done=corrected/);
  await expect(page.locator("#unsettable")).toBeVisible();
  await expectAccessible(page);
  await expectNoOverflow(page);

  await signIn(page, "silver@marque.test");
  await page.goto("/my/certificates");
  const corrected = page.locator("main li").filter({ hasText: "محمد Lin" });
  await expect(corrected.locator('a[href$=".pdf"]')).toHaveCount(0);
  const code = String(await corrected.locator("p.figure").textContent());
  await corrected.getByRole("link").first().click();
  await expect(page.locator(".certificate-name")).toHaveText("محمد Lin");
  await expect(page.locator(".certificate-name")).toHaveAttribute("dir", "auto");
  await expectAccessible(page);

  await page.context().clearCookies();
  await page.goto("/certificates");
  const type = async (typed: string) => {
    await page.locator('input[name="code"]').fill(typed);
    await page.locator("main form button").click();
  };
  await type("nonsense");
  await expect(page.locator('input[name="code"]')).toHaveValue("nonsense");
  await type(code.toLowerCase().replaceAll("-", " "));
  await expect(page.locator("main")).toContainText(/م… \w…/);
  await expect(page.locator("main")).not.toContainText("محمد");
  await expectAccessible(page);
  await expectNoOverflow(page);
  await page.goto(`/certificates/${old.replaceAll("-", "")}`);
  await expect(page.getByRole("alert")).toContainText(/replaced|更正/);
});
