import { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { lapsingLots } from "#app/modules/ledger/lots-sql.server.ts";
import { type NewLetter, writeLetters } from "#app/modules/letters/write-letter.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import type { Db } from "#app/platform/db.server.ts";
import { reminderStage } from "./reminder-stage.ts";

const BATCH_SIZE = 1_000;

type Lapsing = {
  member_id: number;
  person_id: number;
  name: string;
  email: string;
  locale: string | null;
  last_day: string;
  days_left: number;
  lapses_at: Date;
  points: number;
};

/**
 * Writes to the members whose points lapse in as many days as the rules name: one letter for all of a member's
 * points that lapse on the same day. Run at any time and as often as one likes; each reminder is
 * written once, and one that was missed is made up for.
 *
 * @param now the database's clock unless given; days are the club's.
 * @returns how many letters were written.
 */
export async function remindOfLapsingPoints(db: Db, now?: Date): Promise<number> {
  const [{ timeZone }, book] = await Promise.all([loadClub(), loadRuleBook()]);
  const stages = rulesAt(book, now ?? new Date()).rules.lapse.remindDaysBefore;
  if (stages.length === 0) return 0;
  let written = 0;
  let after = { member: 0, day: "" };
  for (;;) {
    const page = await lapsingAfter(
      db,
      after,
      { timeZone, within: Math.max(...stages) },
      now ?? null,
    );
    written += (
      await writeLetters(
        db,
        page.flatMap((row) => reminder(row, stages)),
      )
    ).length;
    const last = page.at(-1);
    if (page.length < BATCH_SIZE || !last) return written;
    after = { member: last.member_id, day: last.last_day };
  }
}

function reminder(row: Lapsing, stages: readonly number[]): NewLetter[] {
  const stage = reminderStage(row.days_left, stages);
  if (stage === null) return [];
  return [
    {
      personId: row.person_id,
      to: row.email,
      template: "points-lapsing",
      locale: row.locale,
      props: {
        name: row.name,
        points: row.points,
        lapsesAt: row.lapses_at.toISOString(),
        daysLeft: row.days_left,
      },
      dedupKey: `points-lapsing:${row.member_id}:${row.last_day}:${stage}`,
    },
  ];
}

/** What lapses within the longest warning, by member and last day, in that order. */
function lapsingAfter(
  db: Db,
  after: { member: number; day: string },
  { timeZone, within }: { timeZone: string; within: number },
  now: Date | null,
): Promise<Lapsing[]> {
  return db.$queryRaw<Lapsing[]>`
    with clock as (select coalesce(${now}::timestamptz, now()) as now)
    select member.id as member_id, person.id as person_id, person.name, person.email, person.locale,
           day.last::text as last_day, max(lot.lapses_at) as lapses_at,
           (day.last - (clock.now at time zone ${timeZone})::date)::int as days_left,
           sum(lot.points)::int as points
    from clock
    cross join lateral ${lapsingLots(
      Prisma.sql`clock.now`,
      Prisma.sql`clock.now + make_interval(days => ${within + 2})`,
    )} lot
    join member on member.account_id = lot.account_id
    join person on person.id = member.person_id and person.email is not null and person.closed_at is null
    cross join lateral
      (select ((lot.lapses_at - interval '1 microsecond') at time zone ${timeZone})::date as last) as day
    where (member.id, day.last::text) > (${after.member}::int, ${after.day}::text)
    group by member.id, person.id, day.last, clock.now
    having sum(lot.points) > 0
    order by member.id, day.last
    limit ${BATCH_SIZE}`;
}
