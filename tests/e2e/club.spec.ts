import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";

/** A plain picture as a browser would send it. */
async function aPicture(colour: string) {
  const create = { width: 400, height: 120, channels: 3, background: colour } as const;
  return {
    name: "sign.png",
    mimeType: "image/png",
    buffer: await sharp({ create }).png().toBuffer(),
  };
}

const logoForm = (page: Page) => page.locator('form[action="/admin/club/logo"]');
const logoInHead = (page: Page) => page.locator('header img[src^="/logo/"]');

async function send(page: Page, picture: Awaited<ReturnType<typeof aPicture>>) {
  await logoForm(page).locator('input[type="file"]').setInputFiles(picture);
  await logoForm(page).locator('button[value="set"]').click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with a script" : "without a script", () => {
    test.use({ javaScriptEnabled });

    test("the club's logo is set, replaced and removed, and every page's head has it", async ({
      page,
    }) => {
      await signIn(page, "admin@marque.test");
      await page.goto("/admin/club");
      await expect(logoInHead(page)).toHaveCount(0);

      await send(page, await aPicture("#0b4a2f"));
      await expect(page).toHaveURL(/done=logo/);
      await expect(logoInHead(page)).toBeVisible();
      const first = await logoInHead(page).getAttribute("src");
      expect((await page.request.get(first as string)).headers()["content-type"]).toBe(
        "image/webp",
      );

      // Larger than any form without a file may be.
      const photo = { ...(await aPicture("#7a1f1f")), name: "sign.jpg", mimeType: "image/jpeg" };
      const noise = { width: 900, height: 600, channels: 3, background: "#000" } as const;
      photo.buffer = await sharp({
        create: { ...noise, noise: { type: "gaussian", mean: 128, sigma: 60 } },
      })
        .jpeg({ quality: 95 })
        .toBuffer();
      expect(photo.buffer.length).toBeGreaterThan(200_000);
      await send(page, photo);
      await expect(logoInHead(page)).not.toHaveAttribute("src", first as string);
      for (const elsewhere of ["/", "/security", "/admin"]) {
        await page.goto(elsewhere);
        await expect(logoInHead(page)).toBeVisible();
      }

      await page.goto("/admin/club");
      await send(page, { ...photo, buffer: Buffer.from("no picture at all") });
      await expect(page).toHaveURL(/refused=not-a-picture/);
      await expect(logoInHead(page)).toBeVisible();
      await expectNoOverflow(page);
      if (javaScriptEnabled) await expectAccessible(page);

      await logoForm(page).locator('button[value="remove"]').click();
      await expect(page).toHaveURL(/done=logo/);
      await expect(logoInHead(page)).toHaveCount(0);
    });
  });
}
