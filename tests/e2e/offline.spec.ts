import { expect, signIn, test } from "./fixtures.ts";

test("the card opens without a network, and signing out throws the kept one away", async ({
  page,
  context,
}) => {
  await signIn(page, "silver@marque.test");
  await page.goto("/my");
  await expect.poll(() => page.evaluate(keptPages)).toContain("/my/card");

  await context.setOffline(true);
  await page.goto("/my/points");
  await expect(page.getByRole("img", { name: /M00090019/ }).first()).toBeVisible();
  await context.setOffline(false);

  await page.goto("/my");
  await page.evaluate(() => fetch("/sign-out", { method: "POST", redirect: "manual" }));
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
  await page.goto("/my");
  await expect(page).toHaveURL(/\/sign-in/);
});

/** The paths of the pages that the browser keeps. */
async function keptPages(): Promise<string[]> {
  const paths: string[] = [];
  for (const name of await caches.keys()) {
    for (const request of await (await caches.open(name)).keys()) {
      paths.push(new URL(request.url).pathname);
    }
  }
  return paths;
}
