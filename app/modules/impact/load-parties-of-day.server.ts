import type { Db } from "#app/platform/db.server.ts";
import type { PartyOfDay } from "./who-came.ts";

export type CountedParty = PartyOfDay & {
  /** Null for people who are not in the club. */
  memberNumber: string | null;
  /** What is kept of it and its people. */
  counts: { personId: number | null; amount: number | null; version: number; history: Step[] }[];
  /** The points that it has for them, and what they were settled for. */
  award: { points: number; amount: number; perUnit: number } | null;
};

/** A count as it was before or is now; `at` as ISO 8601. */
export type Step = { amount: number | null; reason: string | null; by: string | null; at: string };

/** All parties of an event with their people, and what is counted of them. */
export function loadPartiesOfDay(on: Db, eventId: number): Promise<CountedParty[]> {
  return on.$queryRaw<CountedParty[]>`
    select registration.id as "registrationId", member.number as "memberNumber",
      (select coalesce(jsonb_agg(jsonb_build_object('id', each.id, 'name', each.name,
          'state', each.state) order by each.id), '[]')
        from registration_person each where each.registration_id = registration.id) as people,
      (select coalesce(jsonb_agg(jsonb_build_object('personId', count.person_id, 'amount', count.amount,
          'version', count.version, 'history',
          (select jsonb_agg(jsonb_build_object('amount', step.amount, 'reason', step.reason,
              'by', person.name, 'at', step.at) order by step.version)
            from impact_step step left join person on person.id = step.by
            where step.count_id = count.id))), '[]')
        from impact_count count where count.registration_id = registration.id) as counts,
      (select jsonb_build_object('points', award.points, 'amount', award.amount, 'perUnit', award.per_unit)
        from impact_award award where award.registration_id = registration.id) as award
    from registration left join member on member.id = registration.member_id
    where registration.event_id = ${eventId}
    order by registration.id`;
}
