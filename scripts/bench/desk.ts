import { filterContext, listMembers } from "#app/modules/members/list-members.server.ts";
import { loadMemberList } from "#app/modules/members/load-member-list.server.ts";
import { loadMemberPage } from "#app/modules/members/load-member-page.server.ts";
import { readMemberFilter } from "#app/modules/members/member-filter.ts";
import { searchMembers } from "#app/modules/members/search-members.server.ts";
import { readSearch } from "#app/modules/members/search-terms.ts";
import { db } from "#app/platform/db.server.ts";
import type { Bench } from "./bench.ts";
import { onDatabase } from "./databases.ts";
import { type Figure, percentile, single } from "./figures.ts";
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

type Work = (member: Somebody) => Promise<unknown>;

const search = (typed: string) => searchMembers(db(), readSearch(typed), { showContact: true });

/** What the desk waits for: finding a member by whatever they say, and their page. */
const works: Record<string, Work> = {
  "search by member number": ({ number }) => search(number),
  "search by plate": ({ plate }) => search(plate),
  "search by end of a plate": ({ plate }) => search(plate.slice(-4)),
  "search by phone": ({ phone }) => search(phone),
  "search by end of a phone": ({ phone }) => search(phone.slice(-4)),
  "search by end of a VIN": ({ vin }) => search(vin.slice(-6)),
  "search by whole name": ({ name }) => search(name),
  "search by part of a name": ({ name }) => search(name.slice(0, 2)),
  "search by one character": ({ name }) => search(name.slice(0, 1)),
  "member page": ({ number }) => loadMemberPage(db(), number, ["admin"]),
};

/** Pages of the list of members, with their counts. */
const lists: Record<string, string> = {
  "list, newest": "",
  "list, gold by name": "tier=gold&sort=name",
  "list, gold ending": "goldEnds=30",
  "list, a rare model": "model=no such model",
  "list, in debt": "debt=yes",
};

/** Every wait at the desk is within a tenth of a second, at any size. */
const BAR = { atMost: 100 };

/**
 * The desk's waits in a small and in a large club, for members picked at random: nineteen in twenty are
 * shorter than the figure. Warm is one after another; cold is the first on a new connection, which has
 * planned nothing and knows no table.
 */
export async function measureDesk({ databases, quick }: Bench): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of [SMALL, quick ? LARGE_QUICK : LARGE]) {
    const url = await grownClub(databases, size);
    for (const [what, work] of Object.entries(works)) {
      const name = `${what}, ${inThousands(size)} members`;
      figures.push(p95(`${name}: warm p95`, await warm(url, size, work)));
      figures.push(p95(`${name}: cold p95`, await cold(url, size, quick ? 5 : 20, work)));
    }
    for (const [what, query] of Object.entries(lists)) {
      const filter = readMemberFilter(new URLSearchParams(query));
      const page = () => loadMemberList(db(), filter, null);
      const times = await onDatabase(url, async () => {
        const people = await pickMembers(size, 20);
        return timeEach(people, page);
      });
      figures.push({ ...p95(`${what}, ${inThousands(size)} members: p95`, times), bar: undefined });
    }
    figures.push(
      p95(`list, a page far in, ${inThousands(size)} members: p95`, await farIn(url, size)),
    );
  }
  return figures;
}

const warm = (url: string, members: number, work: Work): Promise<number[]> =>
  onDatabase(url, async () => timeEach(await pickMembers(members, 100), work));

async function cold(url: string, members: number, rounds: number, work: Work): Promise<number[]> {
  const people = await onDatabase(url, () => pickMembers(members, rounds * 2));
  const times: number[] = [];
  for (const member of people.slice(0, rounds)) {
    await onDatabase(url, async () => {
      await db().$queryRaw`select 1 as one`;
      const started = performance.now();
      await work(member);
      times.push(performance.now() - started);
    });
  }
  return times;
}

/** Pages that begin behind members picked at random. */
function farIn(url: string, members: number): Promise<number[]> {
  return onDatabase(url, async () => {
    const context = await filterContext();
    const filter = readMemberFilter(new URLSearchParams("sort=number"));
    return timeEach(await pickMembers(members, 40), ({ id, number, name }) =>
      listMembers(db(), filter, context, {
        after: { id, personId: id, number, name, joinedOn: context.today },
        limit: 50,
      }),
    );
  });
}

const p95 = (what: string, times: number[]): Figure => ({
  what,
  value: single(percentile(times, 0.95)),
  unit: "ms",
  bar: BAR,
  note: `p50 ${percentile(times, 0.5).toFixed(1)} ms`,
});
