import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import { expect, test } from "vitest";
import { narrowing } from "./narrow-build.server.ts";
import { narrowManifest } from "./site-requests.server.ts";

type Route = { id: string; parentId?: string; path?: string; index?: true };

const ROUTES: Route[] = [
  { id: "root", path: "" },
  { id: "public", parentId: "root" },
  { id: "first", parentId: "public", index: true },
  { id: "gift", parentId: "public", path: "gifts/:sku" },
  { id: "my", parentId: "root", path: "my" },
  { id: "my-first", parentId: "my", index: true },
  { id: "points", parentId: "my", path: "points" },
  { id: "day", parentId: "my", path: "points/on" },
  { id: "garage", parentId: "my", path: "garage" },
  { id: "car", parentId: "garage", path: ":id" },
  { id: "admin", parentId: "root", path: "admin" },
  { id: "member", parentId: "admin", path: "members/:number/gold" },
  { id: "language", parentId: "root", path: ":language?/terms" },
  { id: "logo", parentId: "root", path: "logo/:id" },
  { id: "lost", parentId: "root", path: "*" },
];

const BUILD = {
  entry: { module: { default: () => new Response() } },
  routes: Object.fromEntries(ROUTES.map((route) => [route.id, { ...route, module: {} }])),
  assets: { version: "7", routes: Object.fromEntries(ROUTES.map((route) => [route.id, route])) },
  future: { v3_lazyRouteDiscovery: true, v3_singleFetch: true },
} as unknown as ServerBuild;

const routesOf = narrowing(BUILD, ({ routes }) => Object.values(routes) as Route[]);

type Tree = Parameters<typeof matchRoutes>[0][number];
const treeOf = (routes: Route[], parentId?: string): Tree[] =>
  routes
    .filter((route) => route.parentId === parentId)
    .map(({ id, path, index }) =>
      index ? { id, path, index } : { id, path, children: treeOf(routes, id) },
    );
const leadsTo = (routes: Route[], pathname: string) =>
  matchRoutes(treeOf(routes), pathname)?.map(({ route, params }) => ({ id: route.id, params }));

test.each([
  "/",
  "/my",
  "/MY/",
  "/my/points",
  "/my/p%6Fints/on",
  "/my/points/off",
  "/my/garage/7",
  "/my/nothing",
  "/admin",
  "/admin/members/M00090019/gold",
  "/gifts/KEYRING",
  "/gifts",
  "/terms",
  "/en/terms",
  "/my/terms",
  "/logo/1",
  "/nowhere/at/all",
  "/%E6%9D%9C",
])("%s leads where it leads among all routes", (pathname) => {
  expect(leadsTo(routesOf(pathname), pathname)).toEqual(leadsTo(ROUTES, pathname));
});

test("a page's data have the routes of the page", () => {
  expect(routesOf("/my/points.data")).toBe(routesOf("/my/points"));
  expect(routesOf("/_root.data")).toBe(routesOf("/"));
});

test("what an address cannot lead to is left out, and addresses nobody knows share their routes", () => {
  expect(routesOf("/my/points").map(({ id }) => id)).not.toContain("garage");
  expect(routesOf("/admin").map(({ id }) => id)).not.toContain("member");
  expect(routesOf("/one/thing")).toBe(routesOf("/another/one"));
});

const manifest = narrowManifest(BUILD);
const ask = (query: string) => manifest(new URL(`http://club.marque.test/__manifest?${query}`));

test("what lies behind the links of a page is told of all of them at once", async () => {
  const answer = await ask(
    "version=7&p=%2Fmy%2Fpoints&p=%2Fadmin%2Fmembers%2FM1%2Fgold&p=%2Flogo%2F1",
  );
  expect(Object.keys(await answer.json()).sort()).toEqual(
    ["root", "my", "my-first", "points", "admin", "member", "logo", "lost"].sort(),
  );
  expect(answer.headers.get("Cache-Control")).toContain("immutable");
});

test("a page of another version is told to load anew, and a question about nothing is refused", async () => {
  const older = await ask("version=6&p=%2Fmy&p=%2Fadmin");
  expect([older.status, older.headers.get("X-Remix-Reload-Document")]).toEqual([204, "true"]);
  expect((await ask("version=7")).status).toBe(400);
});
