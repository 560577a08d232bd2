import { Prisma, type PrismaClient } from "#app/generated.server/prisma/client.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { earnMany } from "#app/modules/ledger/earn-many.server.ts";
import { isBooked } from "#app/modules/ledger/entry-sql.server.ts";
import { toPoints } from "#app/modules/ledger/points.ts";
import { writeLetters } from "#app/modules/letters/write-letter.server.ts";
import { lapsesAt } from "#app/modules/rulebook/lapse.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { type RuleVersion, rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { loadTierStatuses } from "#app/modules/standing/load-tier-statuses.server.ts";
import { type ClubTime, clubTime, type Day } from "#app/platform/club-time.ts";
import { birthdaysOn, daysToKeep } from "./birthdays.ts";

const BATCH_SIZE = 500;
const TASK = "birthdays";

type Celebrating = {
  id: number;
  account_id: bigint;
  person_id: number;
  name: string;
  email: string | null;
  locale: string | null;
};

/**
 * Gives members their birthday points on the club's day, once a calendar year, with a greeting to those
 * who want one (product.md, "Other earning"). Run as often as one likes; days on which nothing ran are made
 * up for.
 *
 * @param now the database's clock unless given.
 * @returns how many members were given points or greeted.
 */
export async function giveBirthdayPoints(db: PrismaClient, now?: Date): Promise<number> {
  const [{ timeZone }, book] = await Promise.all([loadClub(), loadRuleBook()]);
  const time = clubTime(timeZone);
  const [clock] = await db.$queryRaw<[{ now: Date; done: string | null }]>`
    select now(), (select done_through::text from task_day where task = ${TASK}) as done`;
  const at = now ?? clock.now;
  const today = time.dayOf(at);
  let given = 0;
  for (const day of daysToKeep(clock.done, today)) {
    given += await keepDay(db, day, { at, rules: rulesAt(book, at), time, bookAt: now });
    await db.$executeRaw`
      insert into task_day (task, done_through) values (${TASK}, ${day}::date)
      on conflict (task) do update set done_through = greatest(task_day.done_through, excluded.done_through)`;
  }
  return given;
}

type Context = { at: Date; rules: RuleVersion; time: ClubTime; bookAt: Date | undefined };

async function keepDay(db: PrismaClient, day: Day, context: Context): Promise<number> {
  let given = 0;
  for (const { month, day: ofMonth } of birthdaysOn(day)) {
    for (let after = 0; ; ) {
      const members = await celebrating(db, { month, day: ofMonth, after }, day.slice(0, 4));
      const last = members.at(-1);
      if (!last) break;
      await congratulate(db, members, day, context);
      given += members.length;
      after = last.id;
    }
  }
  return given;
}

/** Whoever has been given this year's points, or greeted where there are none, is not among them. */
function celebrating(
  db: PrismaClient,
  { month, day, after }: { month: number; day: number; after: number },
  year: string,
): Promise<Celebrating[]> {
  return db.$queryRaw<Celebrating[]>`
    select member.id, member.account_id, person.id as person_id, person.name, person.email, person.locale
    from member join person on person.id = member.person_id and person.closed_at is null
    where member.birth_month = ${month} and member.birth_day = ${day} and member.id > ${after}
      and not ${isBooked("birthday", Prisma.sql`member.id || '/' || ${year}`)}
      and not exists (select from mail where dedup_key = 'birthday:' || member.id || '/' || ${year})
    order by member.id
    limit ${BATCH_SIZE}`;
}

async function congratulate(
  db: PrismaClient,
  members: readonly Celebrating[],
  day: Day,
  { at, rules: { version, rules }, time, bookAt }: Context,
): Promise<void> {
  const standings = await loadTierStatuses(
    db,
    members.map(({ id }) => id),
    at,
  );
  const year = day.slice(0, 4);
  const effectiveAt = time.startOfDay(day);
  const presents = members.map((member) => ({
    member,
    points: rules.otherEarning.birthday[standings.get(member.id)?.standing.tier ?? "silver"],
  }));
  await db.$transaction(async (tx) => {
    await earnMany(
      tx,
      presents
        .filter(({ points }) => points > 0)
        .map(({ member, points }) => ({
          scope: "birthday",
          key: `${member.id}/${year}`,
          accountId: toPoints(member.account_id),
          points,
          availableAt: effectiveAt,
          lapsesAt: lapsesAt(effectiveAt, rules.lapse.months, time),
          effectiveAt,
          meta: { for: "birthday" as const, ruleVersion: version },
        })),
      bookAt,
    );
    await writeLetters(
      tx,
      presents.flatMap(({ member: { id, person_id, name, email, locale }, points }) =>
        email
          ? [
              {
                personId: person_id,
                to: email,
                template: "birthday" as const,
                locale,
                props: { name, points },
                dedupKey: `birthday:${id}/${year}`,
              },
            ]
          : [],
      ),
    );
  });
}
