import type { Page } from "@playwright/test";
import { EVENT_FORMATS, eventFormats } from "../../prisma/seed/event-formats.ts";
import { press, type, typeEvent } from "./event-form.ts";
import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";

const today = new Date().toISOString().slice(0, 10);
const FORMATS = eventFormats(today);
/** On a desk all that clubs really hold, on a phone one of the other shape; a contest is published and held in event-day. */
const HERE = EVENT_FORMATS.filter((format) => format !== "drawing-contest");

async function whole(page: Page) {
  await expectAccessible(page);
  await expectNoOverflow(page);
}

for (const format of HERE) {
  test(`a ${format} is published from the pages, without code`, async ({ page }, { project }) => {
    test.skip(project.name.startsWith("phone") && format !== "driving-camp");
    await signIn(page, "events@marque.test");
    await typeEvent(page, FORMATS[format]);
    await press(page, "publish");
    await expect(page).toHaveURL(/\/admin\/events\/\d+\?done=published/);
    await page.locator('main a[href^="/events/"]').click();
    const { titleEn, titleZh } = FORMATS[format];
    await expect(page.locator("h1")).toHaveText(project.name === "phone-en" ? titleEn : titleZh);
  });
}

test("a draft is kept while it is typed, and somebody else's is not overwritten", async ({
  page,
  browser,
}, { project }) => {
  test.skip(project.name.startsWith("phone"));
  await signIn(page, "events@marque.test");
  await page.goto("/admin/events/new");
  await page.locator('button[name="kind"][value="class"]').click();
  await expect(page).toHaveURL(/done=begun/);
  const address = new URL(page.url()).pathname;
  await type(page, "titleZh", "轮胎课");
  await expect(page.locator("h1")).toHaveText("轮胎课");

  // Somebody without a script: a row is there after the page came back, and theirs is the newer draft.
  const other = await browser.newPage({
    javaScriptEnabled: false,
    baseURL: new URL(page.url()).origin,
  });
  await signIn(other, "admin@marque.test");
  await other.goto(address);
  await expect(other.locator('[name="titleZh"]')).toHaveValue("轮胎课");
  await press(other, "add.sessions.0");
  await expect(other.locator('[name="sessions.0.nameEn"]')).toBeVisible();
  await other.close();

  await type(page, "titleZh", "冬季轮胎课");
  await expect(page.locator("#news [role=alert]")).toBeVisible();
  await expect(page.locator('[name="titleZh"]')).toHaveValue("冬季轮胎课");
  await page.goto(address);
  await expect(page.locator('[name="titleZh"]')).toHaveValue("轮胎课");
  await expect(page.locator('[name="sessions.0.nameEn"]')).toBeVisible();
});

test("what people registered for changes once its meaning was seen; then the event is cancelled", async ({
  page,
}, { project }) => {
  test.skip(project.name.startsWith("desk"));
  await signIn(page, "events@marque.test");
  await page.goto("/admin/events");
  await whole(page);
  await page.getByRole("link", { name: FORMATS["lucky-draw"].titleEn }).first().click();
  await expect(page.locator("#event-form")).toBeVisible();
  const address = new URL(page.url()).pathname;
  await type(page, "placeEn", "First floor");
  await type(page, "placeZh", "二楼");
  await press(page, "save");
  await expect(page.locator("#news")).toContainText("The place changes");
  await whole(page);
  await press(page, "save");
  await expect(page.locator("#news")).toContainText("The changes hold");

  await page.goto(`${address}/preview?as=full`);
  await expect(page.locator("h1")).toHaveText(FORMATS["lucky-draw"].titleEn);
  await whole(page);

  await page.goto(`${address}/repeat`);
  await page.locator('[name="count"]').fill("3");
  await page.locator('main form[method="get"] button').click();
  await expect(page.locator('[name="day"]')).toHaveCount(3);
  await page.locator('[name="day"]').first().uncheck();
  await whole(page);
  await page.locator('main form[method="post"] button').click();
  await expect(page).toHaveURL(/done=repeated/);
  await expect(page.locator("section[aria-labelledby=series] li")).toHaveCount(3);

  await page.goto(`${address}/cancel`);
  await page.locator("main form button").click();
  await expect(page.locator("#reason-error")).toBeVisible();
  await whole(page);
  await page.locator('[name="reason"]').fill("The hall is flooded.");
  await page.locator("main form button").click();
  await expect(page).toHaveURL(/done=cancelled/);
  await expect(page.locator("main")).toContainText("The hall is flooded.");
});
