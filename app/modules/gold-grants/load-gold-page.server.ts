import { loadClub } from "#app/modules/club/load-club.server.ts";
import { findMember } from "#app/modules/person/find-member.server.ts";
import { loadTierStatuses } from "#app/modules/standing/load-tier-statuses.server.ts";
import type { TierStatus } from "#app/modules/standing/tier-status.ts";
import { addMonths, clubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";

/** A span of gold as it is kept. */
export type GoldSpan = {
  id: number;
  cause: string;
  startsAt: Date;
  /** The first instant at which it no longer holds. */
  endsAt: Date | null;
  reason: string | null;
  grantedBy: string | null;
  withdrawnBy: string | null;
  withdrawnReason: string | null;
  /** A grant that can still be taken back. */
  withdrawable: boolean;
};

export type GoldPage = {
  number: string;
  name: string;
  closed: boolean;
  standing: TierStatus["standing"];
  spans: GoldSpan[];
  /** The club's present day, and the end a form may suggest. */
  today: Day;
  inAYear: Day;
};

const SPANS = 50;

type Row = {
  id: number;
  cause: string;
  starts_at: Date;
  ends_at: Date | null;
  reason: string | null;
  granted_by: string | null;
  withdrawn_by: string | null;
  withdrawn_reason: string | null;
  withdrawable: boolean;
};

/**
 * A member's times of gold with their causes, the latest first.
 *
 * @returns null where there is no such member.
 */
export async function loadGoldPage(db: Db, number: string): Promise<GoldPage | null> {
  const member = await findMember(db, number);
  if (!member) return null;
  const [standings, spans, { timeZone }] = await Promise.all([
    loadTierStatuses(db, [member.id]),
    loadSpans(db, member.id),
    loadClub(),
  ]);
  const standing = standings.get(member.id);
  if (!standing) throw new Error(`There is no member ${member.id}.`);
  const today = clubTime(timeZone).dayOf(new Date());
  return {
    number,
    name: member.person.name,
    closed: member.person.closedAt !== null,
    standing: standing.standing,
    spans,
    today,
    inAYear: addMonths(today, 12),
  };
}

async function loadSpans(db: Db, memberId: number): Promise<GoldSpan[]> {
  const rows = await db.$queryRaw<Row[]>`
    select span.id, span.cause, span.starts_at, span.ends_at, span.reason,
      (select name from person where id = span.granted_by) as granted_by,
      (select name from person where id = span.withdrawn_by) as withdrawn_by,
      span.withdrawn_reason,
      span.cause = 'granted' and span.withdrawn_by is null and span.ends_at > now() as withdrawable
    from tier_period span
    where span.member_id = ${memberId} and span.tier = 'gold'
    order by span.starts_at desc, span.id desc
    limit ${SPANS}`;
  return rows.map((row) => ({
    id: row.id,
    cause: row.cause,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    reason: row.reason,
    grantedBy: row.granted_by,
    withdrawnBy: row.withdrawn_by,
    withdrawnReason: row.withdrawn_reason,
    withdrawable: row.withdrawable,
  }));
}
