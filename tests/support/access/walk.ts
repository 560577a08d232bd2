import { isRouteErrorResponse, matchRoutes } from "@remix-run/react";
import { beforeAll, beforeEach, expect } from "vitest";
import { type Cast, PERSONAS, type Persona, theCast } from "./personas.ts";
import { type Answers, type Call, type Outcome, ROUTE_ACCESS } from "./route-access.ts";
import { loadSiteRoutes, type SiteRoute, siteHandler } from "./site-routes.ts";

const ORIGIN = "http://club.marque.test";

/** Every call of the access table, with the route it is listed under. */
export const everyCall = Object.entries(ROUTE_ACCESS).flatMap(([id, calls]) =>
  calls.map((call) => ({ id, call, name: `${call.method} ${id}${call.of ? `, ${call.of}` : ""}` })),
);

/** What a walk through the access table needs; filled before the first test of the file that asks for it. */
export type Walk = {
  routes: SiteRoute[];
  cast: Cast;
  /** Errors that no page foresaw, of the present test. */
  unforeseen: unknown[];
  /** Asks the whole site, and says what came of it. */
  askSite: (call: Call, persona: Persona) => Promise<string>;
  /** Asks the file of a route alone, and says what came of it. */
  askAlone: (id: string, call: Call, persona: Persona) => Promise<string>;
  /** The routes that an address leads through, from the root. */
  routesOf: (pathname: string) => string[];
};

/** Every route of the site is read, which a busy machine takes its time for. */
const LOADING_MS = 300_000;

/** Prepares a walk in this file's own database. Call it at the top of the file, after `testDatabase()`. */
export function walk(): Walk {
  const walk = { unforeseen: [] } as unknown as Walk;
  let addresses = 0;
  /** Each call comes from an address of its own: limits by address are another test's. */
  const aContext = () => ({ nonce: "", address: `10.2.${addresses >> 8}.${addresses++ & 255}` });

  beforeAll(async () => {
    const routes = await loadSiteRoutes();
    const cast = await theCast();
    const tree = treeOf(routes, undefined);
    const site = siteHandler(routes, (error) => {
      if (!isRouteErrorResponse(error)) walk.unforeseen.push(error);
    });
    const requestOf = askersOf(cast);
    Object.assign(walk, {
      routes,
      cast,
      async askSite(call, persona) {
        const response = await site(await requestOf(call, persona), aContext());
        await response.arrayBuffer();
        return outcomeOf(response);
      },
      async askAlone(id, call, persona) {
        const { module } = routes.find((route) => route.id === id) as SiteRoute;
        const request = await requestOf(call, persona);
        const run = call.method === "GET" ? module.loader : module.action;
        const { pathname } = new URL(request.url);
        const params = matchRoutes(tree, pathname)?.at(-1)?.params ?? {};
        try {
          return outcomeOf(await run?.({ request, params, context: aContext() }));
        } catch (thrown) {
          if (thrown instanceof Response || isDataWithInit(thrown)) return outcomeOf(thrown);
          throw thrown;
        }
      },
      routesOf: (pathname) =>
        matchRoutes(tree, pathname)?.map(({ route }) => route.id as string) ?? [],
    } satisfies Partial<Walk>);
  }, LOADING_MS);
  beforeEach(() => {
    walk.unforeseen = [];
  });
  return walk;
}

/**
 * Has everybody ask and compares all at once: a failure shows the whole row of the table. Those who only look
 * ask at the same time, those who do something one after the other.
 */
export async function expectAnswers(
  { method }: Call,
  answers: Answers,
  ask: (persona: Persona) => Promise<string>,
): Promise<void> {
  const given: Partial<Record<Persona, string>> = {};
  const askAs = async (persona: Persona) => {
    given[persona] = await ask(persona);
  };
  if (method === "GET") await Promise.all(PERSONAS.map(askAs));
  else for (const persona of PERSONAS) await askAs(persona);
  expect(given).toEqual(Object.fromEntries(PERSONAS.map((each) => [each, pattern(answers[each])])));
}

const pattern = (outcome: Outcome) =>
  outcome instanceof RegExp ? expect.stringMatching(outcome) : String(outcome);

/**
 * Makes the requests of a call. What only looks is asked in one browser for each persona, what does
 * something in a browser of its own: some of it ends sessions, this one's or all the others.
 */
function askersOf(cast: Cast) {
  const { host } = new URL(ORIGIN);
  const kept = new Map<Persona, string>();
  return async (call: Call, persona: Persona): Promise<Request> => {
    const looks = call.method === "GET";
    const cookie = (looks && kept.get(persona)) || (await cast.cookieOf(persona));
    if (looks) kept.set(persona, cookie);
    else kept.delete(persona);
    const headers = { Cookie: cookie, Origin: ORIGIN, Host: host };
    const body = call.body?.(cast);
    return new Request(new URL(call.path(cast), ORIGIN), { method: call.method, headers, body });
  };
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

function treeOf(routes: SiteRoute[], parentId: string | undefined): TreeRoute[] {
  return routes
    .filter((route) => route.parentId === parentId)
    .map(({ id, path, index }) =>
      index ? { id, path, index } : { id, path, children: treeOf(routes, id) },
    );
}
