import autocannon from "autocannon";
import type { Bench } from "./bench.ts";
import { byTurns } from "./by-turns.ts";
import { onDatabase } from "./databases.ts";
import { type Figure, ratios, single, spread } from "./figures.ts";
import { makeClub } from "./made-club.ts";
import { scriptsOf } from "./scripts-of-a-page.ts";
import { EMPTY_PAGE, type Site, startSite } from "./site.ts";
import { signInVisitors, type Visitors } from "./visitors.ts";

const CONNECTIONS = 10;

/**
 * Pages of a member of long standing: how many a second against a page with nothing in it, how many
 * queries each makes, and how much script comes with it.
 *
 * The empty page is served by the same process, through the same middleware and root layout.
 */
export async function measurePages({ databases, quick }: Bench): Promise<Figure[]> {
  const url = await databases.create("bench_pages");
  const visitors = await onDatabase(url, async () => {
    await makeClub({ members: 300, orders: quick ? 1500 : 9000 });
    return signInVisitors();
  });
  const site = await startSite(url);
  try {
    return [
      ...(await speeds(site, visitors, quick)),
      ...(await roundTrips(site, visitors)),
      ...(await scripts(site, visitors)),
    ];
  } finally {
    await site.stop();
  }
}

async function speeds(site: Site, { owner }: Visitors, quick: boolean): Promise<Figure[]> {
  const load = (path: string) => async () => {
    const result = await autocannon({
      url: site.origin + path,
      connections: CONNECTIONS,
      duration: quick ? 1 : 3,
      headers: { cookie: owner, "accept-encoding": "gzip, deflate, br" },
    });
    if (result.non2xx + result.errors > 0) throw new Error(`${path} failed under load.`);
    return result.requests.average;
  };
  const pages = { empty: load(EMPTY_PAGE), home: load("/my"), statement: load("/my/points") };
  const measured = await byTurns(pages, quick ? 3 : 7);
  const figure = (what: string, values: number[]): Figure => ({
    what,
    value: spread(values),
    unit: "requests/s",
    ratio: ratios(values, measured.empty, "empty"),
  });
  return [
    { ...figure("home, signed in", measured.home), bar: { atLeast: 0.5 } },
    figure("statement, 20 lines, signed in", measured.statement),
    figure("empty page", measured.empty),
  ];
}

async function roundTrips(site: Site, { owner, staff, number }: Visitors): Promise<Figure[]> {
  const pages: [what: string, path: string, cookie: string][] = [
    ["home", "/my", owner],
    ["statement", "/my/points", owner],
    ["tier", "/my/tier", owner],
    ["garage", "/my/garage", owner],
    ["desk's search", "/admin/search?q=伟", staff],
    ["member page at the desk", `/admin/members/${number}`, staff],
  ];
  const figures: Figure[] = [];
  for (const [what, path, cookie] of pages) {
    // What is kept for some seconds, such as the club's settings, is read by the first of the two.
    await site.get(path, cookie);
    await site.queries();
    await site.get(path, cookie);
    const queries = await site.queries();
    const ofSession = queries.filter((text) => /\bfrom session\b/.test(text)).length;
    if (ofSession !== 1) throw new Error(`${path} asked ${ofSession} times who asks.`);
    figures.push({
      what: `${what}: after the session's`,
      value: single(queries.length - ofSession),
      unit: "queries",
      ...(what === "home" ? { bar: { atMost: 2 } } : {}),
    });
  }
  return figures;
}

async function scripts(site: Site, { owner, staff, number }: Visitors): Promise<Figure[]> {
  const pages: [what: string, path: string, cookie: string, bar?: number][] = [
    ["home", "/my", owner, 110],
    ["statement", "/my/points", owner, 110],
    ["tier", "/my/tier", owner, 110],
    ["garage", "/my/garage", owner, 110],
    ["card", "/my/card", owner, 110],
    ["public home", "/", ""],
    ["member page at the desk", `/admin/members/${number}`, staff],
  ];
  const figures: Figure[] = [];
  for (const [what, path, cookie, atMost] of pages) {
    const { files, bytes, pageBytes } = await scriptsOf((at) => site.get(at, cookie), path);
    figures.push({
      what: `${what}: scripts, gzip`,
      value: single(bytes / 1000),
      unit: "kB",
      ...(atMost ? { bar: { atMost } } : {}),
      note: `${files} files; the page itself ${(pageBytes / 1000).toFixed(1)} kB`,
    });
  }
  return figures;
}
