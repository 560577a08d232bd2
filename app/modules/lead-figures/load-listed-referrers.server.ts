import { loadClub } from "#app/modules/club/load-club.server.ts";
import { firstName } from "#app/modules/referrers/first-name.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Somebody who agreed to be named among those who recommended most. */
export type ListedReferrer = {
  /** As friends call them. */
  name: string;
  /** Friends of theirs, named in this year of the club, who were accepted and whom somebody has reached. */
  friends: number;
};

export type ReferrerList = { year: string; referrers: ListedReferrer[] };

const SHOWN = 10;

/**
 * Who recommended most friends this year, of those who agreed to be named: by first name and number of friends, as they
 * were asked. Whoever takes that back, or closes their account, is gone from the next page on. Who works here recommends
 * as part of the work, and is not listed.
 */
export async function loadListedReferrers(on: Db, now = new Date()): Promise<ReferrerList> {
  const { timeZone } = await loadClub(on);
  const time = clubTime(timeZone);
  const year = time.dayOf(now).slice(0, 4);
  const rows = await on.$queryRaw<{ name: string; friends: number }[]>`
    select person.name, counted.friends from (
      select lead.referrer_id, count(*)::int as friends, count(*) filter (where lead.stage = 'delivered') as delivered
      from referrer join lead on lead.referrer_id = referrer.person_id
      where referrer.is_listed and lead.created_at >= ${time.startOfDay(`${year}-01-01`)}::timestamptz
        and lead.created_at < ${time.startOfDay(`${Number(year) + 1}-01-01`)}::timestamptz
        and (lead.stage = 'delivered' or lead.stage <> 'submitted' and lead.met_at is not null)
        and lead.ended is distinct from 'merged'
      group by lead.referrer_id
    ) counted join person on person.id = counted.referrer_id
    where person.closed_at is null and person.closing_asked_at is null
      and not exists (select from role_grant where person_id = person.id and role <> 'referrer')
    order by counted.friends desc, counted.delivered desc, person.id limit ${SHOWN}`;
  return { year, referrers: rows.map(({ name, friends }) => ({ name: firstName(name), friends })) };
}
