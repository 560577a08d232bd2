import { scriptsOf } from "../../scripts/bench/scripts-of-a-page.ts";
import { expect, signIn, test } from "./fixtures.ts";

test("every answer says how a browser is to take it", async ({ page }) => {
  for (const path of ["/", "/sign-in", "/nowhere", "/healthz", "/favicon.svg", "/api/v1/nothing"]) {
    const { headers } = await answer(page, path);
    const policy = headers["content-security-policy"] ?? "";
    expect.soft(policy, path).toContain("default-src 'none'");
    expect.soft(policy, path).toContain("object-src 'none'");
    expect.soft(policy, path).toContain("base-uri 'none'");
    expect.soft(policy, path).toContain("frame-ancestors 'none'");
    expect.soft(policy, path).not.toContain("unsafe");
    expect.soft(headers["x-content-type-options"], path).toBe("nosniff");
    expect.soft(headers["referrer-policy"], path).toBe("same-origin");
    expect.soft(headers["x-powered-by"], path).toBeUndefined();
    expect.soft(headers["access-control-allow-origin"], path).toBeUndefined();
  }
});

test("what belongs to somebody is kept by no cache", async ({ page }) => {
  await signIn(page, "silver@marque.test");
  for (const path of ["/my", "/my.data", "/my/points.csv"]) {
    const { status, headers } = await answer(page, path);
    expect.soft(status, path).toBe(200);
    expect.soft(headers["cache-control"], path).toBe("private, no-store");
  }
});

test("an owner's page comes with at most 110 kB of scripts under gzip", async ({ page }) => {
  await signIn(page, "silver@marque.test");
  const get = async (path: string) => (await page.request.get(path)).text();
  for (const path of [
    "/my",
    "/my/points",
    "/my/gifts",
    "/my/gifts/4",
    "/my/redemptions",
    "/my/tier",
    "/my/garage",
    "/my/card",
    "/my/account",
  ]) {
    const { bytes } = await scriptsOf(get, path);
    // React and Remix alone are 80: less means that this measures nothing.
    expect.soft(bytes, path).toBeGreaterThan(80_000);
    expect.soft(bytes, path).toBeLessThanOrEqual(110_000);
  }
});

test("a method that nothing here knows is refused", async ({ page }) => {
  expect((await page.request.fetch("/", { method: "PROPFIND" })).status()).toBe(405);
});

async function answer(page: import("@playwright/test").Page, path: string) {
  const response = await page.request.get(path);
  return { status: response.status(), headers: response.headers() };
}
