import { originFor, runBeside } from "../support/journeys/site.ts";
import { expect, expectAccessible, expectNoOverflow, PASSWORD, signIn, test } from "./fixtures.ts";

const [first, second] = ["owner00310@marque.test", "owner00311@marque.test"] as const;

test("a family looks at its day, shares it, and takes it back from everybody at once", async ({
  page,
  browser,
}, { parallelIndex }) => {
  test.slow();
  const beside = await runBeside(parallelIndex, "album.ts", first, second);
  const { slug, pictures, party } = JSON.parse(beside) as {
    slug: string;
    pictures: number[];
    party: number;
  };
  await runBeside(parallelIndex, "give-password.ts", PASSWORD, first, second);
  const baseURL = originFor(parallelIndex);
  const [theirs, other] = pictures as [number, number];
  const album = `/my/albums/${slug}`;

  await signIn(page, second);
  await page.goto("/my/albums");
  await page.locator(`main a[href="${album}"]`).click();
  await expect(page.locator("main li img[src]").first()).toBeVisible();
  await expect(page.locator("main li[id^=p-]")).toHaveCount(12);
  await expectAccessible(page);
  await expectNoOverflow(page);

  await page.locator("summary").nth(1).click();
  await page.locator('button[name="what"][value="all"]').click();
  const address = String(await page.locator(".select-all").textContent());
  expect(address).toMatch(/\/albums\/[\w-]{43}$/);
  await page.goto(`${album}?ours=1`);
  await expect(page.locator("main li[id^=p-]")).toHaveCount(1);

  const stranger = await browser.newPage({ baseURL });
  const { pathname: shared } = new URL(address);
  const opened = await stranger.goto(shared);
  expect(opened?.headers()["x-robots-tag"]).toBe("noindex");
  await expect(stranger.locator("main li[id^=p-]")).toHaveCount(12);
  await stranger.locator(`#p-${theirs} a`).click();
  await expect(stranger.locator("figure img")).toBeVisible();
  await expectAccessible(stranger);

  // The family on the first picture takes its consent back: with one press, and without scripts.
  const guardian = await browser.newPage({ baseURL, javaScriptEnabled: false });
  await signIn(guardian, first);
  await guardian.goto(`/my/registrations/${party}`);
  await guardian.locator('form:has(input[value="photographs"]) button[value="no"]').click();
  await expect(guardian).toHaveURL(/done=consent#consents$/);
  await expect(
    guardian.locator('form:has(input[value="photographs"]) button[value="yes"]'),
  ).toBeVisible();
  await guardian.goto(album);
  await expect(guardian.locator("main li[id^=p-]")).toHaveCount(11);

  await stranger.reload();
  await expect(stranger.locator("figure img")).toHaveCount(0);
  expect((await stranger.request.get(`${shared}/pictures/${theirs}/medium`)).status()).toBe(404);
  expect((await page.request.get(`${album}/pictures/${theirs}/small`)).status()).toBe(404);
  const kept = await page.request.get(`${album}/pictures/${other}/small`);
  expect(kept.headers()["cache-control"]).toBe("private, no-cache");
  await page.goto(album);
  await expect(page.locator("main li[id^=p-]")).toHaveCount(11);

  const archive = await page.request.get(`${album}/archive.zip`);
  expect(archive.headers()["content-type"]).toBe("application/zip");
  expect((await archive.body()).subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004");

  // Whoever sees themselves on a picture has it hidden at once, and the club is told.
  await page.locator(`#p-${pictures[4]} a`).click();
  await expect(page).toHaveURL(new RegExp(`${album}/${pictures[4]}$`));
  await expectAccessible(page);
  await page.locator("main summary").click();
  await page.locator('button[value="hide"]').click();
  await expect(page).toHaveURL(/done=hidden/);
  await expect(page.locator("main li[id^=p-]")).toHaveCount(10);
  await stranger.goto(shared);
  await expect(stranger.locator("main li[id^=p-]")).toHaveCount(10);

  await page.goto(album);
  await page.locator("summary").nth(1).click();
  await page.locator('button[name="link"]').first().click();
  await expect(page).toHaveURL(/done=ended/);
  expect((await stranger.goto(shared))?.status()).toBe(404);
});
