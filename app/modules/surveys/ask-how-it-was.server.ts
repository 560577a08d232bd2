import { loadClub } from "#app/modules/club/load-club.server.ts";
import { CAME, READER } from "#app/modules/event-messages/audience-sql.server.ts";
import { type EventPlan, readPlan } from "#app/modules/events/plan.ts";
import { isLetterHour } from "#app/modules/letters/letter-hour.ts";
import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import type { Reader } from "#app/modules/person/reader.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { eachByItself } from "#app/platform/each-by-itself.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { closingOf, endedBetween } from "./survey-times.ts";
import { surveyToken } from "./survey-token.server.ts";

/** As many parties as are asked in one transaction. */
const AT_ONCE = 200;

/**
 * Thanks those of whom somebody came to an event, once it is over, and asks how it was: by letter where there is
 * somebody to write to, and on their own page. Each party is asked once, whatever is run again; who is marked
 * late is asked late. Nobody is asked about what was cancelled, nor at night.
 *
 * @returns about how many events somebody was asked.
 */
export async function askHowItWas(now = new Date()): Promise<number> {
  const { timeZone } = await loadClub();
  if (!isLetterHour(now, timeZone)) return 0;
  const { after, upTo } = endedBetween(now);
  const over = await db().event.findMany({
    where: { state: "published", endsAt: { gt: after, lte: upTo } },
    select: { id: true },
    orderBy: { endsAt: "asc" },
  });
  return eachByItself(over, "nobody could be asked how an event was", (id) => askAbout(id, now));
}

async function askAbout(eventId: number, now: Date): Promise<boolean> {
  for (let asked = false; ; asked = true) {
    const many = await inRetriedTransaction((tx) => askSome(tx, eventId, now));
    if (many === 0) return asked;
  }
}

type Asked = { id: number; person: Reader | null };

async function askSome(tx: Db, eventId: number, now: Date): Promise<number> {
  const event = await tx.event.findUniqueOrThrow({ where: { id: eventId } });
  const someone = await tx.$queryRaw<unknown[]>`
    select from registration where event_id = ${eventId} and ${CAME}
      and not exists (select from survey_ask ask where ask.registration_id = registration.id) limit 1`;
  if (event.state !== "published" || someone.length === 0) return 0;
  const plan = readPlan(event.plan);
  const { points, closesAt } = await openSurvey(tx, eventId, plan, now);
  if (closesAt <= now) return 0;
  // Whoever another run has asked meanwhile is not asked again.
  const parties = await tx.$queryRaw<Asked[]>`
    with asked as (
      insert into survey_ask (registration_id, event_id, created_at)
      select id, event_id, ${now} from registration
      where event_id = ${eventId} and ${CAME}
        and not exists (select from survey_ask ask where ask.registration_id = registration.id)
      order by id limit ${AT_ONCE}
      on conflict do nothing returning registration_id
    )
    select registration_id as id, case when person.id is not null then ${READER} end as person
    from asked join registration on registration.id = asked.registration_id
    left join member on member.id = registration.member_id
    left join person on person.id = member.person_id`;
  for (const { id, person } of parties) {
    if (!person) continue;
    await writeLetterTo(tx, person, {
      template: "event-survey",
      props: {
        title: plan.title,
        attendancePoints: plan.attendancePoints,
        points,
        closesAt: closesAt.toISOString(),
        surveyToken: await surveyToken(id),
      },
      dedupKey: `event-survey:${id}`,
    });
  }
  return parties.length;
}

/** What is promised stays as the rules were when the first party was asked. */
async function openSurvey(tx: Db, eventId: number, plan: EventPlan, now: Date) {
  const { timeZone } = await loadClub(tx);
  const { rules } = rulesAt(await loadRuleBook(tx), now);
  const closesAt = closingOf(plan.endsAt, rules.surveys.openDays, clubTime(timeZone));
  const [opened] = await tx.$queryRaw<{ points: number; closesAt: Date }[]>`
    insert into survey (event_id, opened_at, points, closes_at)
    values (${eventId}, ${now}, ${rules.otherEarning.survey}, ${closesAt})
    on conflict (event_id) do update set
      opened_at = coalesce(survey.opened_at, excluded.opened_at),
      points = coalesce(survey.points, excluded.points),
      closes_at = coalesce(survey.closes_at, excluded.closes_at)
    returning points, closes_at as "closesAt"`;
  if (!opened) throw new Error("A survey that is neither there nor new");
  return opened;
}
