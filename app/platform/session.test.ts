import { expect, test } from "vitest";
import { forgetSessionToken, keepSessionToken, readSessionToken } from "./session.server.ts";
import { forgetSingletons } from "./singleton.server.ts";

const token = "A".repeat(43);
const inAnHour = new Date(Date.now() + 3_600_000);

/** From now on the site is at this address. */
function siteAt(origin: string): void {
  process.env.APP_ORIGIN = origin;
  forgetSingletons();
}

const asking = (cookie: string) =>
  new Request("http://club.marque.test/", { headers: { Cookie: cookie } });

test("over https the cookie is bound to this host and to secure connections", async () => {
  siteAt("https://club.marque.test");
  const cookie = await keepSessionToken(token, inAnHour);
  expect(cookie).toMatch(/^__Host-marque=/);
  for (const part of ["Path=/", "HttpOnly", "Secure", "SameSite=Lax"])
    expect(cookie).toContain(part);
  expect(cookie).not.toContain("Domain");
  expect(await readSessionToken(asking(cookie.split(";")[0] as string))).toBe(token);
  const plain = cookie.replace("__Host-marque", "marque");
  expect(await readSessionToken(asking(plain.split(";")[0] as string))).toBeNull();
});

test("on a laptop without https it has neither, or browsers would refuse it", async () => {
  siteAt("http://127.0.0.1:3000");
  const cookie = await keepSessionToken(token, inAnHour);
  expect(cookie).toMatch(/^marque=/);
  expect(cookie).not.toContain("Secure");
  expect(await forgetSessionToken()).toContain("Expires=Thu, 01 Jan 1970");
});

test.each(["", "marque=", "marque=nonsense", "marque=eyJhIjoxfQ%3D%3D", "marque=%F0%28"])(
  "%j holds no token",
  async (cookie) => {
    siteAt("http://127.0.0.1:3000");
    expect(await readSessionToken(asking(cookie))).toBeNull();
  },
);
