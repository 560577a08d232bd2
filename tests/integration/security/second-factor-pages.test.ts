import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { makeCode } from "#app/modules/auth/codes.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { db } from "#app/platform/db.server.ts";
import { keepSessionToken } from "#app/platform/session.server.ts";
import { loadSiteRoutes, siteHandler } from "../../support/access/site-routes.ts";
import { codeShown, setUpAuthenticator, signInHalf } from "../../support/authenticator-app.ts";
import { testDatabase } from "../../support/database.ts";
import { aMember, aPerson } from "../../support/people.ts";

testDatabase();

const ORIGIN = "http://club.marque.test";
let site: ReturnType<typeof siteHandler>;

beforeAll(async () => {
  await ensureClub(db(), {
    name: "Club",
    nameZh: "车友会",
    timeZone: "Asia/Shanghai",
    currency: "CNY",
    demo: false,
  });
  site = siteHandler(await loadSiteRoutes(), (error) => {
    throw error;
  });
});
afterEach(() => {
  vi.useRealTimers();
});

let addresses = 0;

/** A browser: it asks, keeps the cookies it is given, and sends them the next time. */
function aVisitor(cookies = new Map<string, string>()) {
  const address = `10.7.0.${addresses++}`;
  return async (path: string, form?: Record<string, string>) => {
    const response = await site(
      new Request(new URL(path, ORIGIN), {
        method: form ? "POST" : "GET",
        headers: {
          Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
          Origin: ORIGIN,
          Host: new URL(ORIGIN).host,
        },
        body: form && new URLSearchParams(form),
      }),
      { nonce: "", address },
    );
    for (const header of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
      cookies.set(name, value);
    }
    return `${response.status} ${response.headers.get("Location") ?? ""}`.trim();
  };
}

/** A browser in which somebody is signed in already. */
async function signedIn(token: string) {
  const [, name = "", value = ""] =
    /^([^=]+)=([^;]*)/.exec(await keepSessionToken(token, new Date(Date.now() + 60_000))) ?? [];
  return aVisitor(new Map([[name, value]]));
}

test("who has an authenticator is in nowhere before giving it, and then where they wanted to go", async () => {
  const member = await aMember({ roles: ["desk"] });
  const { secret } = await setUpAuthenticator(member.id);
  const ask = aVisitor();
  const to = "/admin/imports";
  const form = { email: member.email, password: member.password, to, intent: "password" };
  expect(await ask("/sign-in", form)).toBe("302 /sign-in/second-factor?to=%2Fadmin%2Fimports");
  for (const path of ["/my", "/admin", "/security", "/security/authenticator", "/confirm"]) {
    expect(await ask(path), path).toMatch(/^302 \/sign-in\/second-factor\?to=/);
  }
  expect(await ask("/passkeys/challenge", { purpose: "add" })).toBe("302 /sign-in/second-factor");
  expect(await ask("/sign-in/second-factor", { code: "12345", to })).toBe("400");
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
  const code = await codeShown(secret);
  expect(await ask("/sign-in/second-factor", { code, to })).toBe("302 /admin/imports");
  expect(await ask("/admin/imports")).toBe("200");
});

test("a new password by mail is no way around it", async () => {
  const { id, email } = await aPerson({ roles: ["admin"] });
  await setUpAuthenticator(id);
  const ask = aVisitor();
  const { code } = await makeCode(db(), email, "set-password");
  const answer = await ask("/password/new", { email, code, password: "seven quiet lanterns" });
  expect(answer).toBe("302 /sign-in/second-factor?to=%2Fadmin");
  expect(await ask("/admin")).toMatch(/^302 \/sign-in\/second-factor/);
});

test("staff without one set it up first; as an owner they are in", async () => {
  const member = await aMember({ roles: ["admin"] });
  const ask = await signedIn((await signInHalf(member.id)).token);
  expect(await ask("/admin")).toBe("302 /security");
  expect(await ask("/admin/members/M99999999")).toBe("302 /security");
  expect(await ask("/my")).toBe("200");
  expect(await ask("/security")).toBe("200");
});

test("a role taken away closes its pages at the next request, and the rest stays open", async () => {
  const member = await aMember({ roles: ["admin"] });
  const { token } = await setUpAuthenticator(member.id);
  const ask = await signedIn(token);
  expect(await ask("/admin/imports")).toBe("200");
  await db().roleGrant.deleteMany({ where: { personId: member.id } });
  expect(await ask("/admin/imports")).toBe("403");
  expect(await ask("/admin/imports?index", { kind: "members" })).toBe("403");
  expect(await ask("/my")).toBe("200");
});

test("a token from before the second factor is worth nothing after it", async () => {
  const { id } = await aPerson({ roles: ["desk"] });
  const { secret } = await setUpAuthenticator(id);
  const { token } = await signInHalf(id);
  const [thief, owner] = [await signedIn(token), await signedIn(token)];
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
  const code = await codeShown(secret);
  expect(await owner("/sign-in/second-factor", { code, to: "/admin" })).toBe("302 /admin");
  expect(await owner("/admin")).toBe("200");
  expect(await thief("/admin")).toMatch(/^302 \/sign-in\?/);
});

test("a referrer who is no member lands on the page that is theirs", async () => {
  const { email, password } = await aPerson({ roles: ["referrer"] });
  const ask = aVisitor();
  expect(await ask("/sign-in", { email, password, intent: "password" })).toBe("302 /my/referrals");
  expect(await ask("/my")).toBe("302 /my/referrals");
  expect(await ask("/sign-in")).toBe("302 /my/referrals");
  expect(await ask("/my/referrals")).toBe("200");
  expect(await ask("/security")).toBe("200");
});

test("sensitive pages ask again after a while, and lead back to this site alone", async () => {
  const { id, password } = await aPerson();
  const { token, sessionId } = await signInHalf(id);
  await db()
    .$executeRaw`update session set confirmed_at = now() - interval '11 minutes' where id = ${sessionId}`;
  const ask = await signedIn(token);
  expect(await ask("/security/email")).toBe("302 /confirm?to=%2Fsecurity%2Femail");
  const elsewhere = { intent: "password", password, to: "https://example.evil/" };
  expect(await ask("/confirm", elsewhere)).toBe("302 /");
  expect(await ask("/security/email")).toBe("200");
});
