import { beforeEach, expect, test, vi } from "vitest";

const token = "A".repeat(43);
const inAnHour = new Date(Date.now() + 3_600_000);

beforeEach(() => vi.resetModules());

/** The module as it is on a site at this address. */
async function sessionAt(origin: string) {
  process.env.APP_ORIGIN = origin;
  return import("./session.server.ts");
}

const asking = (cookie: string) =>
  new Request("http://club.marque.test/", { headers: { Cookie: cookie } });

test("over https the cookie is bound to this host and to secure connections", async () => {
  const { keepSessionToken, readSessionToken } = await sessionAt("https://club.marque.test");
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
  const { keepSessionToken, forgetSessionToken } = await sessionAt("http://127.0.0.1:3000");
  const cookie = await keepSessionToken(token, inAnHour);
  expect(cookie).toMatch(/^marque=/);
  expect(cookie).not.toContain("Secure");
  expect(await forgetSessionToken()).toContain("Expires=Thu, 01 Jan 1970");
});

test.each(["", "marque=", "marque=nonsense", "marque=eyJhIjoxfQ%3D%3D", "marque=%F0%28"])(
  "%j holds no token",
  async (cookie) => {
    const { readSessionToken } = await sessionAt("http://127.0.0.1:3000");
    expect(await readSessionToken(asking(cookie))).toBeNull();
  },
);
