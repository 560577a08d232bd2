import { isRouteErrorResponse } from "@remix-run/react";
import { beforeAll, expect, test } from "vitest";
import { type Cast, theCast } from "../../support/access/personas.ts";
import { loadSiteRoutes, siteHandler } from "../../support/access/site-routes.ts";
import { testDatabase } from "../../support/database.ts";

testDatabase();

const ORIGIN = "http://club.marque.test";
const unforeseen: unknown[] = [];
let cast: Cast;
let site: ReturnType<typeof siteHandler>;

beforeAll(async () => {
  cast = await theCast();
  site = siteHandler(await loadSiteRoutes(), (error) => {
    if (!isRouteErrorResponse(error)) unforeseen.push(error);
  });
});

const NONSENSE = [
  "%00",
  "-1",
  "0",
  "1e9",
  "99999999999999999999",
  "9223372036854775808",
  "NaN",
  "null",
  "%27%20or%201=1%20--",
  "..%2f..%2fetc%2fpasswd",
  "%F0%9F%9A%97",
  "%E2%80%AE%D7%90",
  "x".repeat(5_000),
];

/** Not UTF-8. In a path the framework itself says so on the console and finds no such page. */
const UNDECODABLE = ["%FF%FE", "%ED%A0%80"];

const IN_PATHS = [
  (odd: string) => `/admin/members/${odd}`,
  (odd: string) => `/admin/members/${odd}/visit`,
  (odd: string) => `/admin/members/${odd}/contact`,
  (odd: string) => `/admin/members/${odd}/entries/${odd}`,
  (odd: string) => `/admin/members/${cast.own.number}/entries/${odd}`,
  (odd: string) => `/admin/imports/${odd}`,
  (odd: string) => `/admin/imports/${odd}/report.csv`,
];

const IN_QUERIES = [
  (odd: string) => `/admin/search?q=${odd}`,
  (odd: string) => `/admin/members/${cast.own.number}?before=${odd}&entry=${odd}&visit=${odd}`,
  (odd: string) => `/admin/members?after=${odd}&tier=${odd}&store=${odd}&model=${odd}&sort=${odd}`,
  (odd: string) => `/admin/members?joinedFrom=${odd}&birthday=${odd}&lapsing=${odd}`,
  (odd: string) => `/admin/members.csv?programme=${odd}&model=${odd}&goldEnds=${odd}`,
  (odd: string) => `/admin/imports?kind=${odd}&before=${odd}`,
  (odd: string) => `/admin/imports/${cast.importId}?outcome=${odd}&after=${odd}`,
];

test.each([
  ...NONSENSE.map((odd) => ({ odd, addresses: [...IN_PATHS, ...IN_QUERIES] })),
  ...UNDECODABLE.map((odd) => ({ odd, addresses: IN_QUERIES })),
])("$odd in any address of the dealership's pages breaks nothing", async ({ odd, addresses }) => {
  const Cookie = await cast.cookieOf("admin");
  for (const address of addresses) {
    const response = await site(
      new Request(new URL(address(odd), ORIGIN), { headers: { Cookie } }),
      {
        nonce: "",
        address: "10.3.0.1",
      },
    );
    await response.arrayBuffer();
    expect(response.status, address(odd)).toBeLessThan(500);
  }
  expect(unforeseen).toEqual([]);
});

test.each([
  ["another field", "show=password_hash"],
  ["nothing", ""],
  ["the field twice, the second time wrong", "show=phone&show=x"],
  ["ten thousand characters", `show=${"x".repeat(10_000)}`],
])("asking to be shown %s is refused", async (_case, body) => {
  const response = await site(
    new Request(new URL(`/admin/members/${cast.own.number}`, ORIGIN), {
      method: "POST",
      headers: {
        Cookie: await cast.cookieOf("finance"),
        Origin: ORIGIN,
        Host: new URL(ORIGIN).host,
        "Content-Type": "application/x-www-form-urlencoded",
      },
      body,
    }),
    { nonce: "", address: "10.3.0.2" },
  );
  expect(response.status).toBe(400);
  expect(unforeseen).toEqual([]);
});
