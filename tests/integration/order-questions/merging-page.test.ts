import { beforeAll, expect, test } from "vitest";
import { openSession } from "#app/modules/auth/open-session.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { db } from "#app/platform/db.server.ts";
import { keepSessionToken } from "#app/platform/session.server.ts";
import { loadSiteRoutes, siteHandler } from "../../support/access/site-routes.ts";
import { testDatabase } from "../../support/database.ts";
import { aBrowser, aPerson, withAuthenticator } from "../../support/people.ts";

testDatabase();

const ORIGIN = "http://club.marque.test";
let site: ReturnType<typeof siteHandler>;

beforeAll(async () => {
  await ensureClub(db());
  site = siteHandler(await loadSiteRoutes(), (error) => {
    throw error;
  });
});

async function anAdmin() {
  const { id } = await aPerson({ roles: ["admin"] });
  await withAuthenticator(id);
  const opened = await openSession(db(), id, aBrowser(), {
    method: "password",
    secondFactor: true,
  });
  const cookie = String((await keepSessionToken(opened.token, opened.endsAt)).split(";")[0]);
  return { id, cookie };
}

async function sends(cookie: string, fields: Record<string, string>) {
  const response = await site(
    new Request(`${ORIGIN}/admin/order-questions`, {
      method: "POST",
      headers: { Cookie: cookie, Origin: ORIGIN, Host: new URL(ORIGIN).host },
      body: new URLSearchParams(fields),
    }),
    { nonce: "", address: "10.9.0.1" },
  );
  return `${response.status} ${response.headers.get("Location") ?? ""}`.trim();
}

test("whoever merges two stores has just proved that it is them; a question alone asks for no proof", async () => {
  const [stays, goes, asked] = await Promise.all(
    ["湖畔一店", "湖畔1店", "西岸店"].map((name) =>
      db().store.create({ data: { name, askedSince: name === "西岸店" ? new Date() : null } }),
    ),
  );
  const merge = {
    about: "store",
    answer: "merged",
    store: String(goes?.id),
    into: String(stays?.id),
  };
  const admin = await anAdmin();
  await db()
    .$executeRaw`update session set confirmed_at = now() - interval '1 hour' where person_id = ${admin.id}`;
  expect(await sends(admin.cookie, merge)).toMatch(/^302 \/confirm\?/);
  expect(await db().store.count()).toBe(3);
  const accept = { about: "store", answer: "accepted", store: String(asked?.id) };
  expect(await sends(admin.cookie, accept)).toBe(
    "302 /admin/order-questions?done=accepted&points=0",
  );
  const fresh = await anAdmin();
  expect(await sends(fresh.cookie, merge)).toBe("302 /admin/order-questions?done=merged&points=0");
  expect(await sends(fresh.cookie, { ...merge, into: "" })).toBe(
    "302 /admin/order-questions?refused=no-store",
  );
  expect(await db().store.count()).toBe(2);
});
