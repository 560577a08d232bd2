import type { Actor } from "#app/modules/access/actor.ts";
import { readPlan } from "#app/modules/events/plan.ts";
import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import type { Reader } from "#app/modules/person/reader.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { isAudience, READER, READERS } from "./audience-sql.server.ts";
import type { TypedMessage } from "./forms.ts";

export type MessageAnswer =
  | { ok: true; messageId: number }
  | { ok: false; refusal: "no-such-event" | "no-such-session" };

/** As many letters as are written in one transaction. */
const AT_ONCE = 200;

/**
 * Sends a message to an audience of an event: it is written down at once, its letters by the queue. Sent twice with
 * the same request key it is one message.
 */
export const sendMessage = (
  eventId: number,
  message: TypedMessage,
  actor: Actor,
): Promise<MessageAnswer> =>
  inRetriedTransaction<MessageAnswer>((tx) => sendMessageIn(tx, eventId, message, actor));

/** The same in the caller's transaction. */
export async function sendMessageIn(
  tx: Db,
  eventId: number,
  message: TypedMessage,
  actor: Actor,
): Promise<MessageAnswer> {
  const { to, requestKey, ...words } = message;
  const known = await tx.eventMessage.findUnique({ where: { requestKey } });
  if (known) return { ok: true, messageId: known.id };
  const event = await tx.event.findUnique({
    where: { id: eventId, state: { not: "draft" } },
    select: { plan: true },
  });
  if (!event) return { ok: false, refusal: "no-such-event" };
  const { sessions, title } = readPlan(event.plan);
  if (to.session !== null && !sessions.some(({ key }) => key === to.session)) {
    return { ok: false, refusal: "no-such-session" };
  }
  const { id } = await tx.eventMessage.create({
    data: { eventId, ...to, ...words, requestKey, createdBy: actor.by },
  });
  await enqueue(tx, "write-event-message", { messageId: id });
  await writeAudit(tx, {
    personId: actor.by,
    action: "event.message-sent",
    subject: `event:${eventId}`,
    detail: {
      event: title.en || title.zh,
      audience: to.audience,
      subject: words.subjectEn || words.subjectZh,
    },
    address: actor.address,
  });
  return { ok: true, messageId: id };
}

/** Sends a message as it is typed to whoever writes it, and to nobody else. */
export async function sendTestMessage(
  eventId: number,
  message: TypedMessage,
  by: number,
): Promise<MessageAnswer> {
  return inRetriedTransaction<MessageAnswer>(async (tx) => {
    const event = await tx.event.findUnique({ where: { id: eventId, state: { not: "draft" } } });
    if (!event) return { ok: false, refusal: "no-such-event" };
    const reader: Reader = await tx.person.findUniqueOrThrow({
      where: { id: by },
      select: { id: true, name: true, email: true, locale: true, closedAt: true },
    });
    await writeLetterTo(tx, reader, {
      template: "event-message",
      props: { ...wordsOf(message), title: readPlan(event.plan).title, registrationId: null },
    });
    return { ok: true, messageId: 0 };
  });
}

/**
 * Writes the letters of a message to those who are its audience now: a job of the queue. It goes on where it was
 * cut off, and writes nobody two.
 */
export async function writeEventMessage(messageId: number): Promise<void> {
  const message = await db().eventMessage.findUniqueOrThrow({
    where: { id: messageId },
    include: { event: { select: { plan: true } } },
  });
  if (message.writtenAt) return;
  const { title } = readPlan(message.event.plan);
  const audience = message as typeof message & Parameters<typeof isAudience>[0];
  for (let after = 0; ; ) {
    const readers = await db().$queryRaw<{ id: number; person: Reader }[]>`
      select registration.id, ${READER} as person from registration ${READERS}
      where registration.event_id = ${message.eventId} and registration.id > ${after}
        and ${isAudience(audience)}
      order by registration.id limit ${AT_ONCE}`;
    await inRetriedTransaction(async (tx) => {
      let letters = 0;
      for (const { id, person } of readers) {
        const written = await writeLetterTo(tx, person, {
          template: "event-message",
          props: { ...wordsOf(message), title, registrationId: id },
          dedupKey: `event-message:${messageId}:${id}`,
        });
        if (written !== null) letters += 1;
      }
      await tx.eventMessage.update({
        where: { id: messageId },
        data: {
          letters: { increment: letters },
          ...(readers.length < AT_ONCE && { writtenAt: new Date() }),
        },
      });
    });
    const last = readers.at(-1);
    if (!last || readers.length < AT_ONCE) return;
    after = last.id;
  }
}

type Words = Pick<TypedMessage, "subjectEn" | "subjectZh" | "bodyEn" | "bodyZh">;

const wordsOf = ({ subjectEn, subjectZh, bodyEn, bodyZh }: Words) => ({
  subject: { en: subjectEn, zh: subjectZh },
  body: { en: bodyEn, zh: bodyZh },
});
