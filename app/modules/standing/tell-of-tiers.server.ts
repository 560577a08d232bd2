import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { type NewLetter, writeLetters } from "#app/modules/letters/write-letter.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { loadTierStatuses } from "./load-tier-statuses.server.ts";
import { type TierMoment, type TierNews, tierNews } from "./tier-news.ts";

const BATCH_SIZE = 500;
/** What lies further back is history, which the card shows, and no news. */
const NEWS_DAYS = 31;
const WARN_DAYS = 30;
const WARN_AGAIN_DAYS = 7;
const GRACE_WARN_DAYS = 14;

type Due = Omit<TierMoment, "lastDay"> & {
  member_id: number;
  at: Date;
  person_id: number;
  name: string;
  email: string;
  locale: string | null;
};

/**
 * Tells members that their gold has begun, been renewed, is about to end, is kept for a while, or has ended.
 *
 * It looks only at times of gold that begin or end around now, by their index, and at each such moment
 * once. Gold by an admin's hand is told by whoever gave or took it; what the dealership's roster says of the
 * time before is no news.
 *
 * @param now the database's clock unless given.
 * @returns how many letters were written.
 */
export async function tellOfTiers(db: PrismaClient, now?: Date): Promise<number> {
  const [{ currency, timeZone }, book] = await Promise.all([loadClub(), loadRuleBook()]);
  const [clock] = await db.$queryRaw<[{ now: Date }]>`select now()`;
  const at = now ?? clock.now;
  const { graceDays, goldDuesMinor } = rulesAt(book, at).rules.tiers;
  const price = { duesMinor: goldDuesMinor, currency };
  const time = clubTime(timeZone);
  let written = 0;
  for (;;) {
    const due = await dueMoments(db, at, graceDays);
    if (due.length === 0) return written;
    const standings = await loadTierStatuses(
      db,
      [...new Set(due.map(({ member_id }) => member_id))],
      at,
    );
    const letters = due.flatMap((each) => {
      const standing = standings.get(each.member_id);
      const lastDay = time.dayOf(new Date(each.at.getTime() - 1));
      const news = standing && tierNews({ ...each, lastDay }, standing, price);
      return news ? [letterOf(each, news)] : [];
    });
    written += await db.$transaction(async (tx) => {
      await tx.$executeRaw`
        insert into tier_notice (member_id, at, stage)
        select * from jsonb_to_recordset(${JSON.stringify(due)}::jsonb)
          as d (member_id int, at timestamptz, stage text)
        on conflict do nothing`;
      return (await writeLetters(tx, letters)).length;
    });
  }
}

/** A renewal is both the end of one time of gold and the beginning of the next: one key, one letter. */
function letterOf(due: Due, news: TierNews): NewLetter {
  const reader = { personId: due.person_id, to: due.email, locale: due.locale };
  const about = `${due.member_id}:${due.at.toISOString()}`;
  return news.template === "tier-changed"
    ? {
        ...reader,
        template: news.template,
        props: { name: due.name, ...news.props },
        dedupKey: `tier-changed:${about}:${news.props.tier}`,
      }
    : {
        ...reader,
        template: news.template,
        props: { name: due.name, ...news.props },
        dedupKey: `tier-warning:${about}:${due.stage}`,
      };
}

/** The next moments that nobody has looked at yet, of members who can be written to. */
function dueMoments(db: PrismaClient, at: Date, graceDays: number): Promise<Due[]> {
  return db.$queryRaw<Due[]>`
    with clock as (select ${at}::timestamptz as now), due as (
      -- A Date has milliseconds: a moment has to be found again by what was noted of it.
      select member_id, date_trunc('milliseconds', ends_at) as at, cause,
        case
          when ends_at > now + make_interval(days => ${WARN_AGAIN_DAYS}) then 'ends-30'
          when ends_at > now then 'ends-7'
          when ends_at > now - make_interval(days => ${Math.max(0, graceDays - GRACE_WARN_DAYS)}) then 'over'
          when ends_at > now - make_interval(days => ${graceDays}) then 'grace-14'
          else 'gone' end as stage
      from tier_period, clock
      where tier = 'gold' and withdrawn_by is null and cause <> 'dues_withdrawn'
        and ends_at > now - make_interval(days => ${graceDays + NEWS_DAYS})
        and ends_at <= now + make_interval(days => ${WARN_DAYS})
      union all
      select member_id, date_trunc('milliseconds', starts_at), cause, 'began'
      from tier_period, clock
      where tier = 'gold' and cause in ('status_points', 'dues', 'renewed')
        and starts_at > now - make_interval(days => ${NEWS_DAYS}) and starts_at <= now
    )
    select due.member_id, due.at, due.cause, due.stage, person.id as person_id, person.name, person.email,
      person.locale
    from clock, due
    join member on member.id = due.member_id
    join person on person.id = member.person_id and person.email is not null and person.closed_at is null
    where (due.at > clock.now or due.at > member.created_at)
      and not exists (select from tier_notice n
        where n.member_id = due.member_id and n.at = due.at and n.stage = due.stage)
      -- Gold that renews itself does not end: its subscription tells of the renewal, and of one that fails.
      and not (due.stage in ('ends-30', 'ends-7') and exists (select from gold_subscription renewing
        where renewing.member_id = due.member_id and renewing.status = 'active' and not renewing.second
          and not renewing.cancel_at_period_end and renewing.cancel_at is null))
    order by due.member_id, due.at
    limit ${BATCH_SIZE}`;
}
