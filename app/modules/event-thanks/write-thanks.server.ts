import { CAME, READER, READERS } from "#app/modules/event-messages/audience-sql.server.ts";
import { readPlan } from "#app/modules/events/plan.ts";
import { loadImpactOfEvent } from "#app/modules/impact/load-impact.server.ts";
import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import type { Reader } from "#app/modules/person/reader.ts";
import { surveyToken } from "#app/modules/surveys/survey-token.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { HAS_CERTIFICATES, surveyPoints as pointsLeft } from "./load-keepsakes.server.ts";

/** As many letters as are written in one transaction. */
const AT_ONCE = 100;

/**
 * Writes the thanks of an event to every party that came and has none: a job of the queue. It goes on where it was
 * cut off; a party is written to in the transaction that notes it, so that nobody gets two.
 */
export async function writeThanks(eventId: number, now = new Date()): Promise<void> {
  for (;;) {
    const many = await inRetriedTransaction((tx) => thankSome(tx, eventId, now));
    if (many === 0) return;
  }
}

type Party = {
  id: number;
  person: Reader | null;
  certificates: boolean;
  /** Points for saying how it was, where that can be said and was not; null otherwise. */
  surveyPoints: number | null;
};

async function thankSome(tx: Db, eventId: number, now: Date): Promise<number> {
  // Staff who hold or send them, and another run, wait for this one.
  const [thanks] = await tx.$queryRaw<{ state: string }[]>`
    select state from event_thanks where event_id = ${eventId} for update`;
  const event = await tx.event.findUniqueOrThrow({
    where: { id: eventId },
    include: { album: { select: { state: true } } },
  });
  if (thanks?.state !== "sending" || event.state !== "published") return 0;
  const plan = readPlan(event.plan);
  const parties = await tx.$queryRaw<Party[]>`
    with noted as (
      insert into event_thanks_party (registration_id, event_id)
      select registration.id, registration.event_id from registration
      where registration.event_id = ${eventId} and ${CAME} and not exists (
        select from event_thanks_party known where known.registration_id = registration.id)
      order by registration.id limit ${AT_ONCE}
      on conflict do nothing returning registration_id
    )
    select registration.id, ${READER} as person,
      ${HAS_CERTIFICATES} as certificates, ${pointsLeft(now)} as "surveyPoints"
    from noted join registration on registration.id = noted.registration_id
    ${READERS}`;
  const impact = parties.length > 0 ? await loadImpactOfEvent(tx, eventId) : null;
  for (const { id, person, certificates, surveyPoints } of parties) {
    if (!person) continue;
    const props = {
      ...{ title: plan.title, points: plan.attendancePoints, registrationId: id, certificates },
      album: event.album?.state === "published" ? event.slug : null,
      together: impact?.of(id) ?? null,
      ...(surveyPoints !== null && { surveyPoints, surveyToken: await surveyToken(id) }),
    };
    const letter = { template: "event-thanks", props, dedupKey: `event-thanks:${id}` } as const;
    const written = await writeLetterTo(tx, person, letter);
    if (written === null) continue;
    await tx.eventThanksParty.update({
      where: { registrationId: id },
      data: { lettered: true },
    });
  }
  return done(tx, eventId, now);
}

/** How many parties are left; without any the event's thanks are sent. */
async function done(tx: Db, eventId: number, now: Date): Promise<number> {
  const [left] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from registration
    where registration.event_id = ${eventId} and ${CAME} and not exists (
      select from event_thanks_party known where known.registration_id = registration.id)`;
  if (left && left.count > 0) return left.count;
  await tx.eventThanks.update({
    where: { eventId },
    data: { state: "sent", finishedAt: now },
  });
  return 0;
}
