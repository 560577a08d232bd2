import { describe, expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { ROUTE_ACCESS } from "../../support/access/route-access.ts";
import { everyCall, expectAnswers, walk } from "../../support/access/walk.ts";
import { testDatabase } from "../../support/database.ts";

testDatabase();
const site = walk();

test("the table knows every route, loader and action of the site, and no others", () => {
  const there = site.routes.flatMap(({ id, module }) => [
    ...(module.loader || !module.action ? [`GET ${id}`] : []),
    ...(module.action ? [`POST ${id}`] : []),
  ]);
  const known = Object.entries(ROUTE_ACCESS).flatMap(([id, calls]) =>
    [...new Set(calls.map((call) => call.method))].map((method) => `${method} ${id}`),
  );
  expect(known.sort()).toEqual(there.sort());
});

test("the addresses in the table lead to the routes they are listed under", () => {
  for (const { id, call } of everyCall) {
    const { pathname } = new URL(call.path(site.cast), "http://club.marque.test");
    expect(site.routesOf(pathname), `${pathname} leads to ${id}`).toContain(id);
  }
});

describe("what is asked over the site", () => {
  test.each(everyCall)("$name", async ({ call }) => {
    await expectAnswers(call, call.onSite ?? call.answers, (persona) =>
      site.askSite(call, persona),
    );
    expect(site.unforeseen).toEqual([]);
  });
});

test("after all that was asked, others' things are as they were", async () => {
  const { sessionId } = site.cast.others;
  expect(await db().session.findUnique({ where: { id: sessionId } })).not.toBeNull();
});
