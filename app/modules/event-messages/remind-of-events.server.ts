import { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { type EventPlan, readPlan, timesFor } from "#app/modules/events/plan.ts";
import { lineEndsAt } from "#app/modules/events/registering.ts";
import { isLetterHour } from "#app/modules/letters/letter-hour.ts";
import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import type { Reader } from "#app/modules/person/reader.ts";
import { db } from "#app/platform/db.server.ts";
import { eachByItself } from "#app/platform/each-by-itself.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { READER, READERS } from "./audience-sql.server.ts";
import { dueReminder, REMIND_WITHIN_MS, type ReminderKind, toldIfThereBy } from "./due-reminder.ts";

/** As many parties as are told in one transaction. */
const AT_ONCE = 200;

/**
 * Reminds who comes to an event a week, a day and two hours before it begins, and who still waits a day before.
 * Each is told what holds when it is sent; one that moves is told of anew. Nobody is while it is open whether an event
 * takes place.
 *
 * @returns of how many events somebody was reminded.
 */
export async function remindOfEvents(now = new Date()): Promise<number> {
  const { timeZone } = await loadClub();
  const coming = await db().event.findMany({
    where: {
      state: "published",
      startsAt: { gt: now, lte: new Date(now.getTime() + REMIND_WITHIN_MS) },
    },
    select: { id: true },
    orderBy: { startsAt: "asc" },
  });
  return eachByItself(coming, "nobody could be reminded of an event", (id) =>
    remindOf(id, now, isLetterHour(now, timeZone)),
  );
}

async function remindOf(eventId: number, now: Date, letterHour: boolean): Promise<boolean> {
  const event = await db().event.findUniqueOrThrow({ where: { id: eventId } });
  if (event.state !== "published") return false;
  const plan = readPlan(event.plan);
  const { startsAt } = plan;
  const kind = dueReminder(startsAt, now, letterHour);
  if (!kind) return false;
  // They have been told to stay until they hear more: nobody says "soon" in between.
  if (await db().eventWait.findFirst({ where: { eventId, startsAt, settled: null } })) return false;
  const who = Prisma.sql`
    (registration.state = 'registered' ${kind === "day" ? Prisma.sql`or registration.state = 'waiting'` : Prisma.empty})
    and registration.created_at <= ${toldIfThereBy(kind, plan.startsAt)}`;
  return tellAll(eventId, plan, kind, who, (party) => ({
    template: "event-reminder",
    props: {
      kind,
      waiting: party.state === "waiting",
      ...factsOf(plan, party),
      people: party.people,
      listEnds: lineEndsAt(plan).toISOString(),
    },
  }));
}

type Party = {
  id: number;
  state: string;
  code: string;
  session: string | null;
  people: number;
  person: Reader;
};
type Letter = Parameters<typeof writeLetterTo>[2];

/** Tells every party that a condition holds for and that was not told yet, some at a time. */
async function tellAll(
  eventId: number,
  plan: EventPlan,
  kind: ReminderKind,
  who: Prisma.Sql,
  letter: (party: Party) => Letter,
): Promise<boolean> {
  for (let told = false; ; told = true) {
    const many = await inRetriedTransaction(async (tx) => {
      // Whoever another run has told is not told again; who cancelled since is not found any more.
      const parties = await tx.$queryRaw<Party[]>`
        with told as (
          insert into event_reminder (registration_id, kind, starts_at)
          select registration.id, ${kind}, ${plan.startsAt} from registration ${READERS}
          where registration.event_id = ${eventId} and (${who})
            and not exists (select from event_reminder known where known.registration_id = registration.id
              and known.kind = ${kind} and known.starts_at = ${plan.startsAt})
          order by registration.id limit ${AT_ONCE}
          on conflict do nothing returning registration_id
        )
        select registration.id, registration.state, registration.code, registration.session, ${READER} as person,
          (select count(*)::int from registration_person someone
            where someone.registration_id = registration.id and someone.state = 'coming') as people
        from told join registration on registration.id = told.registration_id ${READERS}`;
      for (const party of parties) await writeLetterTo(tx, party.person, letter(party));
      return parties.length;
    });
    if (many === 0) return told;
  }
}

/** When and where a party comes: its session's time, where it has one. */
function factsOf(plan: EventPlan, { id, code, session }: Party) {
  return {
    title: plan.title,
    startsAt: timesFor(plan, session).startsAt.toISOString(),
    place: plan.place,
    address: plan.address,
    contactPhone: plan.contactPhone,
    code,
    registrationId: id,
  };
}
