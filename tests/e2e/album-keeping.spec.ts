import sharp from "sharp";
import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";

/** A JPEG of some megabytes, so that it is sent in more than one piece. */
async function photo(place: number) {
  const background = { r: place * 60, g: 120, b: 200 - place * 40 };
  const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
  const buffer = await sharp({
    create: { width: 2000, height: 1500, channels: 3, background, noise },
  })
    .jpeg({ quality: 95 })
    .toBuffer();
  return { name: `DSC_${place}.jpg`, mimeType: "image/jpeg", buffer };
}

/** The demo's planting is over, and its album has six pictures. */
test("an organiser brings pictures in over a bad network, says who is on them, and shows the album", async ({
  page,
}) => {
  test.slow();
  await signIn(page, "events@marque.test");
  await page.goto("/admin/events?show=past");
  await page.getByRole("link", { name: "把绿色带回家：秋季植树" }).click();
  const places = page.getByRole("navigation", { name: "活动的各个页面" });
  await places.getByRole("link", { name: "活动之后" }).click();
  await page.getByRole("link", { name: "相册", exact: true }).click();
  const main = page.locator("main");
  const shots = await Promise.all([1, 2, 3].map(photo));
  // Every other piece is lost on its way, the first time.
  const lost = new Set<string>();
  await page.route("**/album/files/*", (route) => {
    const key = `${route.request().url()} ${route.request().headers()["upload-offset"]}`;
    if (route.request().method() !== "POST" || lost.size > 2 || lost.has(key))
      return route.continue();
    lost.add(key);
    return route.abort("internetdisconnected");
  });
  const files = main.locator('input[type="file"]');
  await files.setInputFiles([
    ...shots,
    { ...(shots[0] as (typeof shots)[0]), name: "Copy of DSC_1.jpg" },
    { name: "notes.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no picture at all") },
  ]);
  await expect(main.getByRole("link", { name: "全部（9）" })).toBeVisible({ timeout: 40_000 });
  expect(lost.size).toBeGreaterThan(1);
  await expect(main).toContainText("notes.jpg");
  await expect(main).toContainText("相册中已有");
  await expectNoOverflow(page);
  await expectAccessible(page);

  await main.getByLabel("Emma", { exact: true }).check();
  const boxes = main.locator('input[name="picture"]');
  await boxes.first().check();
  await boxes.nth(2).click({ modifiers: ["Shift"] });
  await expect(main).toContainText("已选 3 张照片");
  await main.getByRole("button", { name: "标注到所选照片" }).dblclick();
  await expect(main.getByRole("status").first()).toContainText("已添加 3 处标注");
  await expect(main.locator("li").filter({ hasText: "Emma" }).first()).toBeVisible();

  await boxes.nth(1).check();
  await main.getByRole("button", { name: "移除所选照片" }).click();
  await expect(main.getByRole("link", { name: "已移除（1）" })).toBeVisible();
  await main.getByRole("button", { name: "发布相册" }).click();
  await expect(main).toContainText("参加活动的家庭可以看到");
  await main.getByRole("link", { name: "家庭看到的样子" }).click();
  await expect(main.locator("li[id^=p-]")).toHaveCount(8);
});
