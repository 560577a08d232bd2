import type { Actor } from "#app/modules/access/actor.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { CAME } from "#app/modules/event-messages/audience-sql.server.ts";
import { isLetterHour } from "#app/modules/letters/letter-hour.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { eachByItself } from "#app/platform/each-by-itself.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { thankedBy } from "./thanks-times.ts";

export type SendAnswer = "started" | "no-such-event" | "not-over";

/**
 * Sends the thanks of an event to all parties that came and have not had them: their letters are written by the queue.
 * Pressed twice, or again later, it reaches those who were marked since, and nobody a second time.
 */
export const sendThanks = (eventId: number, actor: Actor, now = new Date()): Promise<SendAnswer> =>
  inRetriedTransaction<SendAnswer>(async (tx) => {
    const event = await tx.event.findFirst({ where: { id: eventId, state: "published" } });
    if (!event?.endsAt) return "no-such-event";
    if (now < event.endsAt) return "not-over";
    await start(tx, eventId, actor.by, now);
    await writeAudit(tx, {
      ...{ personId: actor.by, address: actor.address },
      ...{ action: "event.thanks-sent", subject: `event:${eventId}` },
    });
    return "started";
  });

/** Keeps the thanks of an event from going out by themselves, or lets them. False where they went out already. */
export const holdThanks = (eventId: number, isHeld: boolean, actor: Actor): Promise<boolean> =>
  inRetriedTransaction(async (tx) => {
    const event = await tx.event.findFirst({ where: { id: eventId, state: "published" } });
    if (!event) return false;
    const { count } = isHeld
      ? await tx.eventThanks.createMany({
          data: { eventId, state: "held" },
          skipDuplicates: true,
        })
      : await tx.eventThanks.deleteMany({ where: { eventId, state: "held" } });
    if (count > 0) {
      await writeAudit(tx, {
        ...{ personId: actor.by, address: actor.address, subject: `event:${eventId}` },
        action: isHeld ? "event.thanks-held" : "event.thanks-let",
      });
    }
    const known = await tx.eventThanks.findUnique({ where: { eventId } });
    return isHeld ? known?.state === "held" : known === null;
  });

/**
 * Begins to send the thanks of events whose album has been shown for most of a day, in the hours for letters.
 *
 * @returns of how many events.
 */
export async function startDueThanks(now = new Date()): Promise<number> {
  const { timeZone } = await loadClub();
  if (!isLetterHour(now, timeZone)) return 0;
  const { shownUpTo, endedAfter } = thankedBy(now);
  const due = await db().$queryRaw<{ id: number }[]>`
    select event.id from album join event on event.id = album.event_id
    where album.state = 'published' and album.published_at <= ${shownUpTo}
      and event.state = 'published' and event.ends_at > ${endedAfter} and event.ends_at <= ${now}
      and not exists (select from event_thanks thanks where thanks.event_id = event.id)
      and exists (select from registration where registration.event_id = event.id and ${CAME})`;
  return eachByItself(due, "the thanks of an event could not be begun", (id) =>
    inRetriedTransaction(async (tx) => {
      // Staff may have held or sent them meanwhile.
      const { count } = await tx.eventThanks.createMany({
        data: { eventId: id, state: "sending", startedAt: now },
        skipDuplicates: true,
      });
      if (count > 0) await enqueue(tx, "write-event-thanks", { eventId: id });
      return count > 0;
    }),
  );
}

async function start(tx: Db, eventId: number, by: number, now: Date): Promise<void> {
  const sending = { state: "sending", startedBy: by, startedAt: now, finishedAt: null };
  await tx.eventThanks.upsert({
    where: { eventId },
    create: { eventId, ...sending },
    update: sending,
  });
  await enqueue(tx, "write-event-thanks", { eventId });
}
