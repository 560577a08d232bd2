import { createHmac } from "node:crypto";
import type { Page } from "@playwright/test";
import {
  expect,
  expectAccessible,
  expectNoOverflow,
  PASSWORD,
  signIn,
  signInByForm,
  test,
} from "./fixtures.ts";
import { codeFor } from "./mailbox.ts";

/** Is left as they were: the last journey alone takes their address along. */
const ME = "thea@marque.test";

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The code an app shows so many half minutes from now (RFC 6238; the library knows only the present). */
function codeAhead(secret: string, steps: number): string {
  const bits = [...secret]
    .map((sign) => BASE32.indexOf(sign).toString(2).padStart(5, "0"))
    .join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const hash = createHmac("sha1", key).update(step).digest();
  const at = hash.readUInt8(19) & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

async function checked(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoOverflow(page);
}

async function signOut(page: Page): Promise<void> {
  await page.goto("/security");
  await page.locator('form[action="/sign-out"] button').click();
  await expect(page).toHaveURL(/\/$/);
}

async function fillPassword(page: Page): Promise<void> {
  await page.goto("/sign-in");
  await page.locator('input[name="email"]').fill(ME);
  await page.locator('input[name="password"]').fill(PASSWORD);
  await page.locator('input[name="password"]').press("Enter");
}

test("an authenticator is set up, asked for at the next sign-in, and stood in for by a recovery code", async ({
  page,
}) => {
  await signInByForm(page, ME);
  await expect(page).toHaveURL(/\/my\/referrals$/);
  await page.goto("/security");
  await checked(page);
  await page.locator('a[href="/security/authenticator"]').click();
  await expect(page.getByRole("img")).toBeVisible();
  await checked(page);
  const secret = (await page.locator(".font-mono").innerText()).replace(/\s/g, "");
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);

  const right = codeAhead(secret, 0);
  await page
    .locator('input[name="code"]')
    .fill(String((Number(right) + 7) % 1_000_000).padStart(6, "0"));
  await page.locator('input[name="code"]').press("Enter");
  await expect(page.locator("#code-error")).toBeVisible();
  await page.locator('input[name="code"]').fill(right);
  await page.locator('input[name="code"]').press("Enter");
  const recovery = page.locator("main ul li");
  await expect(recovery).toHaveCount(10);
  await checked(page);
  const [spare] = await recovery.allInnerTexts();

  await signOut(page);
  await fillPassword(page);
  await expect(page).toHaveURL(/\/sign-in\/second-factor/);
  await checked(page);
  // Whoever has given the first factor alone is in nowhere.
  await page.goto("/security");
  await expect(page).toHaveURL(/\/sign-in\/second-factor/);
  await page.locator('input[name="code"]').fill(codeAhead(secret, 1));
  await page.locator('input[name="code"]').press("Enter");
  await expect(page).toHaveURL(/\/security$/);

  await signOut(page);
  await fillPassword(page);
  await page.locator("details summary").click();
  await page.locator('input[name="recovery"]').fill(String(spare).toUpperCase());
  await page.locator('input[name="recovery"]').press("Enter");
  await expect(page).toHaveURL(/\/my\/referrals$/);

  await page.goto("/security/authenticator");
  await checked(page);
  await page.locator('button[value="remove"]').click();
  await expect(page).toHaveURL(/done=authenticator/);
});

test("a passkey is added, signs in by itself, confirms, and is removed", async ({ page }) => {
  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await signIn(page, ME);
  await page.goto("/security/passkeys/new");
  await page.locator('input[name="name"]').fill("My phone · 我的手机");
  await checked(page);
  await page.locator('input[name="name"]').press("Enter");
  await expect(page).toHaveURL(/done=passkey/);
  await expect(page.getByText("My phone · 我的手机").first()).toBeVisible();
  await checked(page);

  await signOut(page);
  await page.goto("/sign-in");
  await page
    .locator("button:has(svg)")
    .filter({ hasText: /passkey|通行密钥/ })
    .click();
  await expect(page).toHaveURL(/\/my\/referrals$/);

  await page.goto("/confirm?to=/security/password");
  await checked(page);
  await page
    .locator("button:has(svg)")
    .filter({ hasText: /passkey|通行密钥/ })
    .click();
  await expect(page).toHaveURL(({ pathname }) => pathname === "/security/password");

  await page.goto("/security");
  await page.locator('a[href^="/security/passkeys/"]').first().click();
  await checked(page);
  await page.locator('button[value="remove"]').click();
  await expect(page).toHaveURL(/done=passkeys/);
  await expect(page.getByText("My phone · 我的手机")).toHaveCount(0);
});

test("an address that no passkey can be tied to offers none", async ({ page, baseURL }) => {
  const { port } = new URL(baseURL as string);
  const passkey = page.locator("button:has(svg)").filter({ hasText: /passkey|通行密钥/ });
  await page.goto("/sign-in", { waitUntil: "networkidle" });
  await expect(passkey).toBeVisible();
  await page.goto(`http://127.0.0.1:${port}/sign-in`, { waitUntil: "networkidle" });
  await expect(page.locator('input[name="password"]')).toBeVisible();
  await expect(passkey).toHaveCount(0);
});

test("it is confirmed who it is by the password, and then it goes on to where it was going", async ({
  page,
}) => {
  await signIn(page, ME);
  await page.goto("/confirm?to=/security/email");
  await checked(page);
  await page.locator('input[name="password"]').fill("not the password");
  await page.locator('input[name="password"]').press("Enter");
  await expect(page.getByRole("alert")).toBeVisible();
  await page.locator('input[name="password"]').fill(PASSWORD);
  await page.locator('input[name="password"]').press("Enter");
  await expect(page).toHaveURL(({ pathname }) => pathname === "/security/email");
});

test("the address to sign in with is changed by a code sent to the new one", async ({ page }) => {
  await signIn(page, ME);
  const email = `moved-${Date.now()}@marque.test`;
  await page.goto("/security/email");
  await checked(page);
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="email"]').press("Enter");
  await expect(page).toHaveURL(/\/security\/email\/code$/);
  await checked(page);
  await page.locator('input[name="code"]').fill(await codeFor(email));
  await page.locator('input[name="code"]').press("Enter");
  await expect(page).toHaveURL(/done=email/);
  await expect(page.getByText(email)).toBeVisible();
});
