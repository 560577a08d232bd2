import { randomUUID } from "node:crypto";
import { loadGarage } from "#app/modules/garage/load-garage.server.ts";
import { loadHome } from "#app/modules/home/load-home.server.ts";
import { spendPoints } from "#app/modules/ledger/spend-points.server.ts";
import { loadMemberPage } from "#app/modules/members/load-member-page.server.ts";
import { loadPointsPage } from "#app/modules/points/load-points-page.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Bench } from "./bench.ts";
import { onDatabase } from "./databases.ts";
import { type Figure, percentile, ratios, spread } from "./figures.ts";
import { grownClub } from "./grown-club.ts";
import {
  inThousands,
  LARGE,
  LARGE_QUICK,
  pickMembers,
  SMALL,
  type Somebody,
  timeEach,
} from "./picked-members.ts";

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
};

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
  return Object.keys(works).map((what): Figure => {
    const [large = [], small = []] = [times.large[what], times.small[what]];
    return {
      what: `${what}, ${inThousands(sizes.large)} members`,
      value: spread(large),
      unit: "ms",
      ratio: ratios(large, small, inThousands(sizes.small)),
      bar: { atMost: 1.3 },
    };
  });
}

const timesOf = (of: object) =>
  Object.fromEntries(Object.keys(of).map((name) => [name, [] as number[]]));
