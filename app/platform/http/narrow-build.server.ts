import type { ServerBuild } from "@remix-run/node";

/** How many segments of an address tell which routes cannot be behind it. */
const DEPTH = 2;

/** Any segment that no route has at its place as it stands. */
const OTHER = "*";

type Routes = ServerBuild["routes"];

/**
 * Narrows a build of the site to those routes that an address could lead to: those that have its first segments, or
 * anything, in their place. Remix compares an address with every route, anew several times at each request and for
 * each link on a page; with two hundred routes that was a fifth of the site's work. What an address leads to
 * stays the same.
 *
 * @param handlerOf makes what answers requests from a build; called once for all paths that have the same routes.
 * @returns a function from a path to what answers requests for it.
 */
export function narrowing<T>(
  build: ServerBuild,
  handlerOf: (build: ServerBuild) => T,
): (pathname: string) => T {
  const patterns = Object.keys(build.routes).map((id) => ({
    id,
    pattern: patternOf(id, build.routes),
  }));
  const known = Array.from(
    { length: DEPTH },
    (_, place) => new Set(patterns.flatMap(({ pattern }) => pattern[place] ?? [])),
  );
  const handlers = new Map<string, T>();
  return (pathname) => {
    const there = segmentsOf(pathname);
    // A path that ends before leads to nothing that has a segment written out there.
    const segments = known.map((names, place) => {
      const segment = there[place];
      return segment === undefined || names.has(segment) ? segment : OTHER;
    });
    const key = segments.map((segment) => segment ?? "").join("/");
    const before = handlers.get(key);
    if (before) return before;
    const ids = patterns
      .filter(({ pattern }) =>
        segments.every((segment, place) => [segment, OTHER, undefined].includes(pattern[place])),
      )
      .map(({ id }) => id);
    const handler = handlerOf({
      ...build,
      routes: pick(build.routes, ids),
      assets: { ...build.assets, routes: pick(build.assets.routes, ids) },
    });
    handlers.set(key, handler);
    return handler;
  };
}

/** The segments of the whole path of a route that are written out; {@link OTHER} where anything may stand. */
function patternOf(id: string, routes: Routes): string[] {
  const route = routes[id];
  if (!route) return [];
  const above = route.parentId === undefined ? [] : patternOf(route.parentId, routes);
  const own = (route.path ?? "").split("/").filter(Boolean);
  // What may be missing, and what takes the rest of a path, leaves open what stands behind.
  const open = own.findIndex((segment) => segment.endsWith("?") || segment === "*");
  return [
    ...above,
    ...(open < 0 ? own : [...own.slice(0, open), ...Array<string>(DEPTH).fill(OTHER)]),
  ].map((segment) => (segment.startsWith(":") ? OTHER : segment.toLowerCase()));
}

/** A path's segments as routes are compared with them; a page's data has the path of the page. */
function segmentsOf(pathname: string): string[] {
  const page = pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/");
  return page.split("/").filter(Boolean).map(plain);
}

function plain(segment: string): string {
  try {
    return decodeURIComponent(segment).toLowerCase();
  } catch {
    return OTHER;
  }
}

function pick<T>(from: Record<string, T>, ids: string[]): Record<string, T> {
  return Object.fromEntries(ids.flatMap((id) => (id in from ? [[id, from[id] as T]] : [])));
}
