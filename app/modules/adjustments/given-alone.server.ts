import type { Db } from "#app/platform/db.server.ts";
import { TOGETHER_HOURS } from "./approval.ts";

/**
 * Points of either sign that somebody gave or took within the last day without a second person, to whomever and
 * by whatever they typed. What waits or was approved is not theirs alone.
 */
export async function givenAlone(db: Db, by: number): Promise<number> {
  const [row] = await db.$queryRaw<{ points: bigint }[]>`
    select coalesce(sum(abs(points)), 0)::bigint as points from adjustment_request
    where requested_by = ${by} and state = 'booked' and not needs_approval
      and requested_at > now() - make_interval(hours => ${TOGETHER_HOURS}::int)`;
  return Number(row?.points ?? 0);
}
