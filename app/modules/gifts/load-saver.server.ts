import { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { balanceOf } from "#app/modules/ledger/account-sql.server.ts";
import { netStatus } from "#app/modules/ledger/status-sql.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import {
  goldPeriods,
  type KeptGold,
  type KeptStatus,
  statusEntries,
} from "#app/modules/standing/gold-facts.ts";
import { tierStatus } from "#app/modules/standing/tier-status.ts";
import type { WayToGold } from "#app/modules/standing/way-to-gold.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import type { GiftTier } from "./gift.ts";
import { pointsPerService, type Saver } from "./reach.ts";

/** A member before the catalogue: what they have, what brings more, and their tier. */
export type MemberSaver = Saver & {
  tier: GiftTier;
  /** Of a silver member. */
  way: WayToGold | null;
  /** A gift that so many services bring into reach is almost there. */
  almostServices: number;
};

type Row = { available: bigint; debt: bigint; gold: KeptGold[]; status: KeptStatus[] };

/**
 * Reads what a member has to spend, in one query.
 *
 * @throws Error for a member that does not exist.
 */
export async function loadSaver(db: Db, memberId: number, now: Date): Promise<MemberSaver> {
  const [[row], { timeZone }, book] = await Promise.all([
    loadRow(db, memberId, now),
    loadClub(),
    loadRuleBook(),
  ]);
  if (!row) throw new Error(`There is no member ${memberId}.`);
  const { rules } = rulesAt(book, now);
  const periods = goldPeriods(row.gold);
  const status = tierStatus(now, periods, statusEntries(row.status), book, clubTime(timeZone));
  const { tier } = status.standing;
  return {
    available: Number(row.available),
    debt: Number(row.debt),
    perService: pointsPerService(status.usualBase, rules.earning.tierPercent[tier]),
    tier,
    way: status.way,
    almostServices: rules.gifts.almostServices,
  };
}

function loadRow(db: Db, memberId: number, now: Date): Promise<Row[]> {
  return queryRows<Row>(
    db,
    Prisma.sql`
    select balance.available, balance.debt,
      (select coalesce(jsonb_agg(jsonb_build_array(
          cause, extract(epoch from starts_at) * 1000, extract(epoch from ends_at) * 1000)), '[]')
        from tier_period where member_id = member.id and tier = 'gold') as gold,
      ${netStatus(Prisma.sql`member.account_id`)} as status
    from member
    cross join lateral ${balanceOf(Prisma.sql`member.account_id`, Prisma.sql`${now}::timestamptz`)} balance
    where member.id = ${memberId}`,
  );
}
