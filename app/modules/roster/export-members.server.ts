import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadBalances } from "#app/modules/ledger/load-balances.server.ts";
import { loadTierStatuses } from "#app/modules/standing/load-tier-statuses.server.ts";
import { lastGoldDay } from "#app/modules/standing/tier.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { BYTE_ORDER_MARK, csvLine } from "#app/platform/csv-line.ts";
import { db } from "#app/platform/db.server.ts";

const MEMBERS_AT_ONCE = 1_000;

/** The columns, which other programs go by: they are not translated. */
const columns = [
  "member_number",
  "name",
  "email",
  "tier",
  "tier_until",
  "available",
  "pending",
  "status_points_12m",
  "next_lapse_on",
  "next_lapse_points",
];

/**
 * All members with their balances by the clock, as a CSV file in UTF-8 with a byte order mark: page by
 * page by member number, in flat memory however many there are.
 *
 * `tier_until` is the last day of gold, in grace the last day of that; `next_lapse_on` the last day on
 * which `next_lapse_points` can be spent. Days are the club's. Every page is true at its moment.
 *
 * @param now for tests; the database's clock otherwise.
 */
export async function* exportMembers(now?: Date): AsyncGenerator<string, void, undefined> {
  const { timeZone } = await loadClub();
  const time = clubTime(timeZone);
  yield BYTE_ORDER_MARK + csvLine(columns);
  for (let after = ""; ; ) {
    const page = await loadPage(after);
    const last = page.at(-1);
    if (!last) return;
    const accounts = page.map(({ accountId }) => Number(accountId));
    const balances = await loadBalances(db(), accounts, now);
    const standings = await loadTierStatuses(
      db(),
      page.map(({ id }) => id),
      now,
    );
    yield page
      .map(({ id, number, accountId, person }) => {
        const balance = balances.get(Number(accountId));
        const standing = standings.get(id);
        if (!balance || !standing) throw new Error(`Member ${number} has no account.`);
        const { nextLapseAt } = balance;
        return csvLine([
          number,
          person.name,
          person.email,
          standing.standing.tier,
          standing.standing.tier === "gold" ? lastGoldDay(standing.standing) : null,
          balance.available,
          balance.pending,
          standing.status,
          nextLapseAt && time.dayOf(new Date(nextLapseAt.getTime() - 1)),
          nextLapseAt && balance.nextLapsePoints,
        ]);
      })
      .join("");
    after = last.number;
  }
}

function loadPage(after: string) {
  return db().member.findMany({
    where: { number: { gt: after } },
    orderBy: { number: "asc" },
    take: MEMBERS_AT_ONCE,
    select: {
      id: true,
      number: true,
      accountId: true,
      person: { select: { name: true, email: true } },
    },
  });
}
