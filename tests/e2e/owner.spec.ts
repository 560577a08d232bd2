import type { Page } from "@playwright/test";
import { expect, expectAccessible, PASSWORD, signIn, signInByForm, test } from "./fixtures.ts";

test("an owner signs in, sees the points and turns the card to its QR", async ({ page }) => {
  await signInByForm(page, "silver@marque.test");
  await expect(page).toHaveURL(/\/my$/);
  await expect(page.getByText("2,609")).toBeVisible();
  await expect(page.getByText("1,688")).toBeVisible();

  const card = page.locator(".card-toggle");
  await expect(page.locator(".card-back")).toBeHidden();
  await card.press("Space");
  await expect(page.locator(".card-back")).toBeVisible();
  await expect(page.locator(".card-qr").getByRole("img")).toBeVisible();
});

test("a name stands in one line wherever there is one that it fits in", async ({ page }) => {
  await signIn(page, "silver@marque.test");
  await page.goto("/my/garage");
  const histories = page.getByRole("link", { name: /The whole history|查看全部记录/ });
  await page.goto(`${await histories.last().getAttribute("href")}/sold`);
  await expect(page.locator("h1 bdi")).toBeVisible();
  for (let width = 320; width <= 900; width += 20) {
    await page.setViewportSize({ width, height: 800 });
    const club = await linesOf(page, "header .wordmark");
    expect.soft(club.lines, `the club's name at ${width} px`).toBe(1);
    const { lines, length, room } = await linesOf(page, "h1 bdi");
    if (length < room) expect.soft(lines, `the car's name at ${width} px`).toBe(1);
  }
});

/** In how many lines some text stands, how long it is in one, and how much room its block has, in pixels. */
function linesOf(page: Page, selector: string) {
  return page.locator(selector).evaluate((element) => {
    const text = document.createRange();
    text.selectNodeContents(element);
    const parts = [...text.getClientRects()];
    return {
      lines: new Set(parts.map(({ top }) => Math.round(top))).size,
      // Where a line ends, a blank is left out.
      length: parts.reduce((sum, { width }) => sum + width + 12, 0),
      room: element.parentElement?.clientWidth ?? 0,
    };
  });
}

test("an entry opens in place and says how it came about", async ({ page }) => {
  await signIn(page, "gold@marque.test");
  await page.goto("/my/points");
  const entry = page.locator("details.entry-details, li details").filter({ hasText: "+384" });
  await entry.first().locator("summary").click();
  // ¥1,286.00 paid → 128 base × 2 gold, and half of that again for the distant programme.
  await expect(entry.first()).toContainText("1,286.00");
  await expect(entry.first()).toContainText("128");
  await expectAccessible(page);
});

test("the balance on a day is answered, and a day far ahead says what will have lapsed", async ({
  page,
}) => {
  await signIn(page, "silver@marque.test");
  await page.goto("/my/points/on?day=2999-01-01");
  await expect(page.locator("main")).toContainText(/2,809.*2,609/s);
  await page.goto("/my/points/on");
  // Between the visits 340 and 290 days ago.
  const day = new Date(Date.now() - 300 * 86_400_000).toISOString().slice(0, 10);
  await page.locator('input[name="day"]').fill(day);
  await page.locator('input[name="day"]').press("Enter");
  await expect(page).toHaveURL(new RegExp(`day=${day}`));
  await expect(page.locator("main")).toContainText("1,244");
});

test("the statement is downloaded with headings in the reader's language", async ({
  page,
  locale,
}) => {
  await signIn(page, "silver@marque.test");
  await page.goto("/my/points");
  // Asked for by the page, as a reader would: with the browser's languages.
  const csv = await page.evaluate(async () => (await fetch("/my/points.csv")).text());
  const heading = csv.split("\n")[0] ?? "";
  expect(heading).toMatch(locale === "zh-CN" ? /积分/ : /[Pp]oints/);
  expect(csv.split("\n").length).toBeGreaterThan(15);
});

test("everything an owner needs works with JavaScript off", async ({ browser, locale }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.locator('input[name="email"]').fill("silver@marque.test");
  await page.locator('input[name="password"]').fill(PASSWORD);
  await page.locator('input[name="password"]').press("Enter");
  await expect(page).toHaveURL(/\/my$/);
  await expect(page.getByText("2,609")).toBeVisible();
  await page.locator(".card-flip").click();
  await expect(page.locator(".card-qr").getByRole("img")).toBeVisible();

  await page.goto("/my/points");
  await page.locator("li details summary").first().click();
  await expect(page.locator("li details[open]")).toHaveCount(1);

  const other = locale === "zh-CN" ? "en" : "zh-CN";
  await page.locator(`button[name="locale"][value="${other}"]`).click();
  await expect(page.locator("html")).toHaveAttribute("lang", other);
  await context.close();
});

test("a wrong password says so without saying whether the account exists", async ({ page }) => {
  const answers: string[] = [];
  for (const email of ["gold@marque.test", "nobody@marque.test"]) {
    await page.goto("/sign-in");
    await page.locator('input[name="email"]').fill(email);
    await page.locator('input[name="password"]').fill("not the password");
    await page.locator('input[name="password"]').press("Enter");
    const alert = page.getByRole("alert");
    await expect(alert).toBeVisible();
    answers.push(await alert.innerText());
    await expect(page.locator('input[name="email"]')).toHaveValue(email);
  }
  expect(answers[0]).toBe(answers[1]);
});
