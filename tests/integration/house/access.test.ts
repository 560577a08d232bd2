import { isRouteErrorResponse, matchRoutes } from "@remix-run/react";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { type Cast, PERSONAS, type Persona, theCast } from "../../support/access/personas.ts";
import {
  type Answers,
  type Call,
  type Outcome,
  ROUTE_ACCESS,
} from "../../support/access/route-access.ts";
import { loadSiteRoutes, type SiteRoute, siteHandler } from "../../support/access/site-routes.ts";
import { testDatabase } from "../../support/database.ts";

testDatabase();

const ORIGIN = "http://club.marque.test";
let routes: SiteRoute[];
let cast: Cast;
/** Errors that no page foresaw, of the present test. */
let unforeseen: unknown[] = [];
let site: ReturnType<typeof siteHandler>;

beforeAll(async () => {
  routes = await loadSiteRoutes();
  site = siteHandler(routes, (error) => {
    if (!isRouteErrorResponse(error)) unforeseen.push(error);
  });
  cast = await theCast();
});

beforeEach(() => {
  unforeseen = [];
});

test("the table knows every route, loader and action of the site, and no others", () => {
  const there = routes.flatMap(({ id, module }) => [
    ...(module.loader || !module.action ? [`GET ${id}`] : []),
    ...(module.action ? [`POST ${id}`] : []),
  ]);
  const known = Object.entries(ROUTE_ACCESS).flatMap(([id, calls]) =>
    [...new Set(calls.map((call) => call.method))].map((method) => `${method} ${id}`),
  );
  expect(known.sort()).toEqual(there.sort());
});

const everyCall = Object.entries(ROUTE_ACCESS).flatMap(([id, calls]) =>
  calls.map((call) => ({ id, call, name: `${call.method} ${id}${call.of ? `, ${call.of}` : ""}` })),
);

describe("what is asked over the site", () => {
  test.each(everyCall)("$name", async ({ call }) => {
    const given = await eachPersona(async (persona) => {
      const response = await site(await requestOf(call, persona), aContext());
      await response.arrayBuffer();
      return outcomeOf(response);
    });
    expectAnswers(given, call.onSite ?? call.answers);
    expect(unforeseen).toEqual([]);
  });
});

describe("what is asked of one file alone, without the guard of the frame around it", () => {
  const alone = everyCall.filter(({ id }) => id !== "routes/home/public/_index");

  test.each(alone)("$name", async ({ id, call }) => {
    const route = routes.find((each) => each.id === id) as SiteRoute;
    const given = await eachPersona(async (persona) => askAlone(route, call, persona));
    expectAnswers(given, call.answers);
  });
});

test("the addresses in the table lead to the routes they are listed under", () => {
  const tree = treeOf(undefined);
  for (const { id, call } of everyCall) {
    const { pathname } = new URL(call.path(cast), ORIGIN);
    const matched = matchRoutes(tree, pathname)?.map(({ route }) => route.id) ?? [];
    expect(matched, `${pathname} leads to ${id}`).toContain(id);
  }
});

test("after all that was asked, others' things are as they were", async () => {
  expect(await db().session.findUnique({ where: { id: cast.others.sessionId } })).not.toBeNull();
});

async function eachPersona(ask: (persona: Persona) => Promise<string>) {
  const given: Partial<Record<Persona, string>> = {};
  for (const persona of PERSONAS) given[persona] = await ask(persona);
  return given as Record<Persona, string>;
}

/** Compares all personas at once, so that a failure shows the whole row of the table. */
function expectAnswers(given: Record<Persona, string>, answers: Answers): void {
  const wanted = Object.fromEntries(PERSONAS.map((each) => [each, pattern(answers[each])]));
  expect(given).toEqual(wanted);
}

const pattern = (outcome: Outcome) =>
  outcome instanceof RegExp ? expect.stringMatching(outcome) : String(outcome);

async function requestOf(call: Call, persona: Persona): Promise<Request> {
  const { host } = new URL(ORIGIN);
  const headers = { Cookie: await cast.cookieOf(persona), Origin: ORIGIN, Host: host };
  const body = call.body?.(cast);
  return new Request(new URL(call.path(cast), ORIGIN), { method: call.method, headers, body });
}

let addresses = 0;

/** Each call comes from an address of its own: limits by address are another test's. */
const aContext = () => ({ nonce: "", address: `10.2.${addresses >> 8}.${addresses++ & 255}` });

async function askAlone(route: SiteRoute, call: Call, persona: Persona): Promise<string> {
  const request = await requestOf(call, persona);
  const run = call.method === "GET" ? route.module.loader : route.module.action;
  const { pathname } = new URL(request.url);
  const params = matchRoutes(treeOf(undefined), pathname)?.at(-1)?.params ?? {};
  try {
    return outcomeOf(await run?.({ request, params, context: aContext() }));
  } catch (thrown) {
    if (thrown instanceof Response || isDataWithInit(thrown)) return outcomeOf(thrown);
    throw thrown;
  }
}

/** A status, with the address for a redirect; plain data is a page. */
function outcomeOf(answer: unknown): string {
  if (isDataWithInit(answer)) return String(answer.init?.status ?? 200);
  if (!(answer instanceof Response)) return "200";
  const location = answer.headers.get("Location");
  return location ? `${answer.status} ${location}` : String(answer.status);
}

function isDataWithInit(value: unknown): value is { init: ResponseInit | null } {
  return (value as { type?: unknown } | null)?.type === "DataWithResponseInit";
}

type TreeRoute = Parameters<typeof matchRoutes>[0][number];

function treeOf(parentId: string | undefined): TreeRoute[] {
  return routes
    .filter((route) => route.parentId === parentId)
    .map(({ id, path, index }) =>
      index ? { id, path, index } : { id, path, children: treeOf(id) },
    );
}
