import type { ClubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inCohort } from "./cohort-sql.server.ts";
import type { FigureFilter } from "./figure-filter.ts";

/** Somebody who recommended friends in a time, as staff see them. */
export type TopReferrer = {
  personId: number;
  name: string;
  /** Null for who is not in the club. */
  memberNumber: string | null;
  /** They agreed to be named on the public list. */
  isListed: boolean;
  named: number;
  accepted: number;
  delivered: number;
  /** Points that these friends brought them and that stand, pending ones too. */
  points: number;
};

/** As many are shown. */
export const MOST_REFERRERS = 20;

/**
 * Who recommended most in a time: whose friends bought most, then whose were accepted most. Who has left is not among
 * them.
 */
export function loadTopReferrers(
  on: Db,
  filter: FigureFilter,
  time: ClubTime,
): Promise<TopReferrer[]> {
  const cohort = inCohort(filter, time);
  return on.$queryRaw<TopReferrer[]>`
    select person.id as "personId", person.name, member.number as "memberNumber", referrer.is_listed as "isListed",
      top.named, top.accepted, top.delivered,
      (select coalesce(sum(reward.points), 0)::float8 from lead join lead_reward reward on reward.lead_id = lead.id
        where lead.referrer_id = person.id and ${cohort} and reward.stage <> 'welcome'
          and reward.not_given is null and reward.taken_back_at is null) as points
    from (
      select lead.referrer_id, count(*)::int as named,
        count(*) filter (where lead.stage <> 'submitted')::int as accepted,
        count(*) filter (where lead.stage = 'delivered')::int as delivered
      from lead join person on person.id = lead.referrer_id and person.closed_at is null
      where ${cohort} group by lead.referrer_id
      order by delivered desc, accepted desc, named desc, lead.referrer_id limit ${MOST_REFERRERS}
    ) top join person on person.id = top.referrer_id join referrer on referrer.person_id = person.id
      left join member on member.person_id = person.id
    order by top.delivered desc, top.accepted desc, top.named desc, person.id`;
}
