import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";

/** Every page there is, with who looks at it. */
const PAGES: [who: string | null, paths: string[]][] = [
  [null, ["/", "/sign-in", "/password", "/nowhere"]],
  [
    "silver@marque.test",
    [
      "/my",
      "/my/points",
      "/my/points?kind=earn",
      "/my/points/on",
      "/my/points/on?day=2026-03-01",
      "/my/tier",
      "/my/garage",
      "/my/account",
      "/my/account/profile",
      "/my/account/notifications",
      "/my/account/consents",
      "/my/account/family",
      "/my/account/privacy",
      "/my/account/closing",
      "/my/card",
    ],
  ],
  ["gold@marque.test", ["/my", "/my/tier"]],
  ["referrer@marque.test", ["/my", "/my/points"]],
  [
    "desk@marque.test",
    [
      "/admin",
      "/admin/search?q=%E6%9D%9C",
      "/admin/search?q=nobody-of-that-name",
      "/admin/members/M00090019",
      "/admin/imports",
      "/demo/mailbox",
    ],
  ],
  ["finance@marque.test", ["/admin", "/admin/members/M00090027"]],
];

for (const [who, paths] of PAGES) {
  test(`every page of ${who ?? "a visitor"} is accessible and fits`, async ({ page }) => {
    test.setTimeout(120_000);
    if (who) await signIn(page, who);
    for (const path of paths) {
      await test.step(path, async () => {
        const response = await page.goto(path);
        expect(response?.status()).toBe(path === "/nowhere" ? 404 : 200);
        await expect(page.locator("h1")).toHaveCount(1);
        await expectNoOverflow(page);
        await expectAccessible(page);
      });
    }
  });
}

test("the narrowest phone fits every owner's page", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(page, "silver@marque.test");
  for (const path of ["/my", "/my/points", "/my/tier", "/my/garage", "/my/account"]) {
    await page.goto(path);
    await expectNoOverflow(page);
  }
});
