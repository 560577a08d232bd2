import { memberNumberOf, sequenceOf } from "#app/modules/person/member-number.ts";
import type { Db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";

/**
 * The number after the highest one in the club; where that is the last there can be, the highest one that
 * is free. Whoever asks next waits until the caller's transaction has ended, so that twenty joining at
 * once get twenty numbers in a row.
 */
export async function nextMemberNumber(db: Db): Promise<string> {
  await takeTurns(db, "memberNumber");
  const [last] = await db.$queryRaw<{ number: string }[]>`
    select number from member
    where number < 'M9999999' and not exists (
      select from member after
      where after.number like 'M' || lpad((substr(member.number, 2, 7)::int + 1)::text, 7, '0') || '_')
    order by number desc limit 1`;
  return memberNumberOf(last ? sequenceOf(last.number) + 1 : 1);
}
