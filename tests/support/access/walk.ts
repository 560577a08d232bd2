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
    const browsers = browsersOf(cast);
    Object.assign(walk, {
      routes,
      cast,
      async askSite(call, persona) {
        const request = await browsers.requestOf(call, persona);
        const response = await site(request, aContext());
        await response.arrayBuffer();
        return browsers.answered(call, persona, outcomeOf(response));
      },
      async askAlone(id, call, persona) {
        const { module } = routes.find((route) => route.id === id) as SiteRoute;
        const request = await browsers.requestOf(call, persona);
        const run = call.method === "GET" ? module.loader : module.action;
        const { pathname } = new URL(request.url);
        const params = matchRoutes(tree, pathname)?.at(-1)?.params ?? {};
        try {
          const answer = await run?.({ request, params, context: aContext() });
          return browsers.answered(call, persona, outcomeOf(answer));
        } catch (thrown) {
          if (!(thrown instanceof Response || isDataWithInit(thrown))) throw thrown;
          return browsers.answered(call, persona, outcomeOf(thrown));
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
  personas: readonly Persona[] = PERSONAS,
): Promise<void> {
  const given: Partial<Record<Persona, string>> = {};
  const askAs = async (persona: Persona) => {
    given[persona] = await ask(persona);
  };
  if (method === "GET") await Promise.all(personas.map(askAs));
  else for (const persona of personas) await askAs(persona);
  expect(given).toEqual(Object.fromEntries(personas.map((each) => [each, pattern(answers[each])])));
}

/** All who are refused, and one of those who are answered alike otherwise. */
export function refusedAndOneOfEach(answers: Answers): Persona[] {
  const isRefusal = (outcome: Outcome) => typeof outcome === "number" && outcome >= 400;
  return PERSONAS.filter((persona, n) => {
    const outcome = answers[persona];
    return isRefusal(outcome) || PERSONAS.findIndex((each) => answers[each] === outcome) === n;
  });
}

const pattern = (outcome: Outcome) =>
  outcome instanceof RegExp ? expect.stringMatching(outcome) : String(outcome);

/**
 * The browsers in which a call is made: one for each persona, until they have done something in it. Some of that ends
 * sessions, this one's or all the others; what was forbidden has done nothing.
 */
function browsersOf(cast: Cast) {
  const { host } = new URL(ORIGIN);
  const cookies = new Map<Persona, string>();
  return {
    async requestOf(call: Call, persona: Persona): Promise<Request> {
      const cookie = cookies.get(persona) ?? (await cast.cookieOf(persona));
      cookies.set(persona, cookie);
      const headers = { Cookie: cookie, Origin: ORIGIN, Host: host };
      const body = call.body?.(cast);
      return new Request(new URL(call.path(cast), ORIGIN), { method: call.method, headers, body });
    },
    answered({ method }: Call, persona: Persona, outcome: string): string {
      if (method !== "GET" && outcome !== "403") cookies.delete(persona);
      return outcome;
    },
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
