import { randomUUID } from "node:crypto";
import { loadGarage } from "#app/modules/garage/load-garage.server.ts";
import { spendPoints } from "#app/modules/ledger/spend-points.server.ts";
import { loadHome } from "#app/modules/membership/load-home.server.ts";
import { loadMemberPage } from "#app/modules/membership/load-member-page.server.ts";
import { loadPointsPage } from "#app/modules/membership/load-points-page.server.ts";
import { searchMembers } from "#app/modules/membership/search-members.server.ts";
import { readSearch } from "#app/modules/membership/search-terms.ts";
import { db } from "#app/platform/db.server.ts";
import type { Bench } from "./bench.ts";
import { onDatabase } from "./databases.ts";
import { type Figure, percentile, ratios, single, spread } from "./figures.ts";
import { grownClub } from "./grown-club.ts";

type Somebody = {
  id: number;
  accountId: number;
  number: string;
  name: string;
  phone: string;
  plate: string;
  vin: string;
};

const SMALL = 1000;
const LARGE = 1_000_000;
const LARGE_QUICK = 50_000;

/** What is done for one member picked at random. */
const works: Record<string, (member: Somebody) => Promise<unknown>> = {
  home: (member) => loadHome(db(), member),
  statement: ({ accountId }) => loadPointsPage(db(), accountId, { before: null, filter: "all" }),
  spend: ({ accountId }) =>
    spendPoints(db(), {
      scope: "bench",
      key: randomUUID(),
      accountId,
      points: 5,
      meta: { for: "gift", redemptionId: 1, giftId: 1, title: "Key ring" },
    }),
  garage: ({ id }) => loadGarage(db(), id),
  "member page at the desk": ({ number }) => loadMemberPage(db(), number, ["admin"]),
  "search by number": ({ number }) => search(number),
};

/** What is typed at the desk to find that member. */
const searches: Record<string, (member: Somebody) => Promise<unknown>> = {
  "member number": ({ number }) => search(number),
  plate: ({ plate }) => search(plate),
  "end of a plate": ({ plate }) => search(plate.slice(-4)),
  phone: ({ phone }) => search(phone),
  "end of a phone": ({ phone }) => search(phone.slice(-4)),
  "end of a VIN": ({ vin }) => search(vin.slice(-6)),
  "whole name": ({ name }) => search(name),
  "part of a name": ({ name }) => search(name.slice(0, 2)),
  "one character": ({ name }) => search(name.slice(0, 1)),
};

const search = (typed: string) => searchMembers(db(), readSearch(typed), { showContact: true });

/**
 * The same reads and writes in a small and in a large club, for members picked at random: what every
 * page waits for, without the time that rendering adds to both. Each is done one after another.
 */
export async function measureGrowth({ databases, quick }: Bench): Promise<Figure[]> {
  const sizes = { small: SMALL, large: quick ? LARGE_QUICK : LARGE };
  const urls = {
    small: await grownClub(databases, sizes.small),
    large: await grownClub(databases, sizes.large),
  };
  const rounds = quick ? 3 : 7;
  const times = { small: timesOf(works), large: timesOf(works) };
  for (let round = 0; round < rounds; round++) {
    for (const size of ["small", "large"] as const) {
      await onDatabase(urls[size], async () => {
        for (const [name, work] of Object.entries(works)) {
          // Others for each, so that none finds in memory what the one before it has read.
          const people = await pickMembers(sizes[size], quick ? 100 : 200);
          times[size][name]?.push(percentile(await timeEach(people, work), 0.5));
        }
      });
    }
  }
  const figures = Object.keys(works).map((what): Figure => {
    const [large = [], small = []] = [times.large[what], times.small[what]];
    return {
      what: `${what}, ${inThousands(sizes.large)} members`,
      value: spread(large),
      unit: "ms",
      ratio: ratios(large, small, inThousands(sizes.small)),
      bar: { atMost: 1.3 },
    };
  });
  return [...figures, ...(await searchFigures(urls.large, sizes.large))];
}

async function searchFigures(url: string, members: number): Promise<Figure[]> {
  return onDatabase(url, async () => {
    const people = await pickMembers(members, 100);
    const figures: Figure[] = [];
    for (const [what, work] of Object.entries(searches)) {
      const times = await timeEach(people, work);
      figures.push({
        what: `search by ${what}, ${inThousands(members)} members: p95`,
        value: single(percentile(times, 0.95)),
        unit: "ms",
        bar: { atMost: 100 },
        note: `p50 ${percentile(times, 0.5).toFixed(1)} ms`,
      });
    }
    return figures;
  });
}

/** Milliseconds of each, after some that warm the connection up. */
async function timeEach(
  people: Somebody[],
  work: (member: Somebody) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  const warmUp = Math.min(20, people.length / 4);
  for (const [index, member] of people.entries()) {
    const started = performance.now();
    await work(member);
    if (index >= warmUp) times.push(performance.now() - started);
  }
  return times;
}

/** Members at random, with what is known of them, by their ids: nobody is read twice in a large club. */
async function pickMembers(members: number, count: number): Promise<Somebody[]> {
  const ids = Array.from({ length: count }, () => 1 + Math.floor(Math.random() * members));
  const people = await db().$queryRaw<Somebody[]>`
    select distinct on (asked.place) member.id, member.account_id::int as "accountId", member.number,
      person.name, person.phone, car.plate, car.vin
    from unnest(${ids}::int[]) with ordinality as asked (id, place)
    join member on member.id = asked.id
    join person on person.id = member.person_id
    join car_holding on car_holding.member_id = member.id
    join car on car.id = car_holding.car_id
    order by asked.place`;
  if (people.length < count / 2)
    throw new Error("The members of the club are not where they were.");
  return people;
}

const timesOf = (of: object) =>
  Object.fromEntries(Object.keys(of).map((name) => [name, [] as number[]]));

const inThousands = (members: number) =>
  members >= 1_000_000 ? `${members / 1_000_000} M` : `${members / 1000} k`;
