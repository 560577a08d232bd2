import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import autocannon from "autocannon";
import { registerParty } from "#app/modules/registrations/register-party.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aLimit, anOpenPlan, aPublishedEvent } from "../../tests/support/events.ts";
import { aPartyOf } from "../../tests/support/registrations.ts";
import type { Bench } from "./bench.ts";
import { byTurns } from "./by-turns.ts";
import { onDatabase } from "./databases.ts";
import { type Figure, percentile, ratios, single, spread } from "./figures.ts";
import { makeClub } from "./made-club.ts";
import { EMPTY_PAGE, type Site, startSite } from "./site.ts";
import { signInVisitors } from "./visitors.ts";

/** As quality.md has it: five thousand people, sixty places, one minute. */
const PLACES = 60;
const CONNECTIONS = 10;
const LISTED = 12;

/**
 * Five thousand parties that all register at once for sixty places: how long it takes until each is answered, whether
 * those who came first are in and the rest waits in order; and the pages of events against a page with nothing in it.
 */
export async function measureEvents({ databases, quick }: Bench): Promise<Figure[]> {
  const url = await databases.create("bench_events");
  const { figures, owner, slug } = await onDatabase(url, async () => {
    await makeClub({ members: quick ? 500 : 5_000, orders: 0 });
    const visitors = await signInVisitors();
    const rushed = await rush(quick ? 500 : 5_000);
    for (let n = 1; n < LISTED; n++) await aPublishedEvent({ plan: anOpenPlan() });
    return { figures: rushed.figures, slug: rushed.slug, owner: visitors.owner };
  });
  const site = await startSite(url);
  try {
    return [...figures, ...(await pages(site, owner, slug, quick))];
  } finally {
    await site.stop();
  }
}

async function rush(parties: number): Promise<{ figures: Figure[]; slug: string }> {
  const limits = [aLimit({ most: PLACES })];
  const { eventId, slug } = await aPublishedEvent({ plan: anOpenPlan({ limits }) });
  const members = await db().member.findMany({ take: parties, orderBy: { id: "asc" } });
  const started = performance.now();
  const answered = await Promise.all(
    members.map(async ({ id, personId }) => {
      await untilAnswered(eventId, id, personId);
      return performance.now() - started;
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const waits = answered.map((after) => after / 1000);
  await holdInOrder(eventId, members.length);
  const what = `${members.length.toLocaleString("en-US")} parties at once for ${PLACES} places`;
  return {
    slug,
    figures: [
      {
        what: `${what}: registered or in the line`,
        value: single(members.length / seconds),
        unit: "/s",
      },
      {
        what: `${what}: half of them are answered within`,
        value: single(percentile(waits, 0.5)),
        unit: "s",
      },
      {
        what: `${what}: 99 of 100 within`,
        value: single(percentile(waits, 0.99)),
        unit: "s",
        bar: { atMost: 60 },
      },
    ],
  };
}

/** Whoever is told that too many are at it tries again, as their browser would have them. */
async function untilAnswered(eventId: number, memberId: number, by: number): Promise<void> {
  const requestKey = randomUUID();
  for (;;) {
    const answer = await registerParty({
      eventId,
      memberId,
      party: aPartyOf(1),
      ifFull: "wait",
      source: "owner",
      requestKey,
      by,
      seenVersion: null,
      seenPrice: null,
    });
    if (answer.ok) return;
    if (answer.refusal !== "busy") throw new Error(`A party was refused: ${answer.refusal}`);
    await sleep(500 * (0.5 + Math.random()));
  }
}

/** Sixty are in, everybody else waits, and nobody who waits came before somebody who is in. */
async function holdInOrder(eventId: number, parties: number): Promise<void> {
  const [row] = await db().$queryRaw<
    { in: number; waiting: number; lastIn: number; firstOut: number }[]
  >`
    select count(*) filter (where state = 'registered')::int as in,
      count(*) filter (where state = 'waiting')::int as waiting,
      max(id) filter (where state = 'registered') as "lastIn",
      min(id) filter (where state = 'waiting') as "firstOut"
    from registration where event_id = ${eventId}`;
  if (!row || row.in !== PLACES || row.waiting !== parties - PLACES || row.lastIn > row.firstOut) {
    throw new Error(`The rush went wrong: ${JSON.stringify(row)}`);
  }
}

async function pages(site: Site, owner: string, slug: string, quick: boolean): Promise<Figure[]> {
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
  const paths = { list: "/my/events", page: `/my/events/${slug}` };
  const measured = await byTurns(
    { empty: load(EMPTY_PAGE), list: load(paths.list), page: load(paths.page) },
    quick ? 3 : 7,
  );
  const queries = async (path: string) => {
    // What is kept for some seconds, such as the club's settings, is read by the first of the two.
    await site.get(path, owner);
    await site.queries();
    await site.get(path, owner);
    return (await site.queries()).filter((text) => !/\bfrom session\b/.test(text)).length;
  };
  const names = { list: `list of ${LISTED} events`, page: "an event that is full" } as const;
  const figures: Figure[] = [];
  for (const each of ["list", "page"] as const) {
    figures.push(
      {
        what: `${names[each]}, signed in`,
        value: spread(measured[each]),
        unit: "requests/s",
        ratio: ratios(measured[each], measured.empty, "empty"),
        bar: { atLeast: 0.55 },
      },
      {
        what: `${names[each]}: after the session's`,
        value: single(await queries(paths[each])),
        unit: "queries",
        bar: { atMost: 3 },
      },
    );
  }
  return figures;
}
