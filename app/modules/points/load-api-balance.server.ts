import type { BalanceAnswer } from "#app/modules/api/schemas.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadBalances } from "#app/modules/ledger/load-balances.server.ts";
import { findMember } from "#app/modules/person/find-member.server.ts";
import { readMemberNumber } from "#app/modules/person/member-number.ts";
import { loadTierStatuses } from "#app/modules/standing/load-tier-statuses.server.ts";
import { lastGoldDay } from "#app/modules/standing/tier.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";

/** A member's points by the clock as other programs get them; null when there is no such member. */
export async function loadApiBalance(db: Db, number: string): Promise<BalanceAnswer | null> {
  const read = readMemberNumber(number);
  const member = read === null ? null : await findMember(db, read);
  if (!member) return null;
  const [clock] = await db.$queryRaw<[{ now: Date }]>`select now()`;
  const accountId = Number(member.accountId);
  const [balances, standings, { timeZone }] = await Promise.all([
    loadBalances(db, [accountId], clock.now),
    loadTierStatuses(db, [member.id], clock.now),
    loadClub(),
  ]);
  const balance = balances.get(accountId);
  const owner = standings.get(member.id);
  if (!balance || !owner) throw new Error(`Member ${member.number} has no account.`);
  const { standing, status } = owner;
  const { nextLapseAt } = balance;
  const time = clubTime(timeZone);
  return {
    member_number: member.number,
    tier: standing.tier,
    tier_until: standing.tier === "silver" ? null : lastGoldDay(standing),
    available: balance.available,
    pending: balance.pending,
    held: balance.held,
    debt: balance.debt,
    status_points_12m: status,
    next_lapse: nextLapseAt && {
      on: time.dayOf(new Date(nextLapseAt.getTime() - 1)),
      points: balance.nextLapsePoints,
    },
    as_of: clock.now.toISOString(),
  };
}
