import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { findBrowser } from "../support/browser.ts";
import { expect, expectAccessible, signIn, test } from "./fixtures.ts";

// The camera of these browsers is a film: it shows whatever was written into its file before it starts.
const film = path.join(tmpdir(), `marque-card-${process.pid}.mjpeg`);
const browser = await findBrowser();
test.use({
  launchOptions: {
    ...browser,
    args: [
      ...(browser.args ?? []),
      "--use-fake-ui-for-media-stream",
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-video-capture=${film}`,
    ],
  },
});

test.afterAll(() => rmSync(film, { force: true }));

const WIDTH = 640;
const HEIGHT = 480;

/** A phone with the card on it, held a little askew in front of the camera: the picture, twenty times. */
async function filmOf(qr: Buffer): Promise<void> {
  const code = await sharp(qr)
    .resize(300, 300, { kernel: "nearest" })
    .flatten({ background: "#fff" });
  const held = await code
    .extend({ top: 30, bottom: 30, left: 30, right: 30, background: "#fff" })
    .rotate(4, { background: "#777" })
    .png()
    .toBuffer();
  const frame = await sharp({
    create: { width: WIDTH, height: HEIGHT, channels: 3, background: "#777" },
  })
    .composite([{ input: held, gravity: "centre" }])
    .jpeg({ quality: 90 })
    .toBuffer();
  writeFileSync(film, Buffer.concat(Array.from({ length: 20 }, () => frame)));
}

/** The QR code on the card in the owner's own browser, as a picture. */
async function cardOf(page: Page, email: string): Promise<Buffer> {
  await signIn(page, email);
  await page.goto("/my/card.svg");
  const picture = await page.request.get("/my/card.svg");
  return sharp(await picture.body(), { density: 300 })
    .png()
    .toBuffer();
}

test("the desk scans a card with the camera and records the visit, points and all", async ({
  page,
  browser: started,
  locale,
}) => {
  const owner = await started.newPage({ locale });
  await filmOf(await cardOf(owner, "gold@marque.test"));
  await owner.close();

  await signIn(page, "desk@marque.test");
  await page.goto("/admin");
  await page.getByRole("button", { name: /Scan a card|扫描会员卡/ }).click();
  await expect(page).toHaveURL(/\/admin\/members\/M00090027$/, { timeout: 20_000 });
  await expect(page.locator("h1")).toHaveText("陈志远");

  await page.getByRole("link", { name: /Record a visit|登记到店/ }).click();
  await expect(page).toHaveURL(/\/visit$/);
  await page.locator('input[name="odometer"]').fill("93000");
  await page.locator('input[name="orderNumber"]').fill("scan-1");
  await page.locator('input[name="settled"]').check();
  await page.locator('select[name="kind"]').selectOption("maintenance");
  await page.locator('select[name="payer"]').selectOption("owner");
  await page.locator('input[name="paid"]').fill("186.00");
  await expectAccessible(page);
  await page.locator('input[name="paid"]').press("Enter");
  // 18 base × 2 gold, and half of that again for the distant programme.
  await expect(page).toHaveURL(/\/admin\/members\/M00090027\?visit=\d+$/);
  await expect(page.getByRole("status")).toContainText("+54");
  await expect(page.locator("main")).toContainText("SCAN-1");
});
