import { Prisma } from "#app/generated.server/prisma/client.ts";
import { type EventSession, readPlan } from "#app/modules/events/plan.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { type Audience, audiences, type ChosenAudience } from "./audience.ts";
import { isAudience, READERS } from "./audience-sql.server.ts";

export type MessagesPage = {
  title: InBoth;
  /** Whom a message can go to, with how many parties that are. */
  audiences: (ChosenAudience & { name: InBoth | null; parties: number })[];
  /** What was sent, the latest first. */
  messages: SentMessage[];
};

export type SentMessage = {
  id: number;
  audience: Audience;
  /** The session's name, where it was one's. */
  session: InBoth | null;
  subject: InBoth;
  body: InBoth;
  by: string;
  at: Date;
  /** Letters written so far. */
  letters: number;
  /** Its last letter has been written. */
  done: boolean;
};

/** As many as are shown. */
const LISTED = 50;

/** Everything of the page of an event's messages; null where there is no such event, or only a draft of it. */
export async function loadMessagesPage(db: Db, eventId: number): Promise<MessagesPage | null> {
  const event = await db.event.findUnique({
    where: { id: eventId, state: { not: "draft" } },
    select: { plan: true },
  });
  if (!event) return null;
  const { title, sessions } = readPlan(event.plan);
  const choices = choicesOf(sessions);
  const counts = await db.$queryRaw<{ place: number; parties: number }[]>(
    Prisma.join(
      choices.map(
        (choice, place) => Prisma.sql`
          select ${place}::int as place, count(*)::int as parties from registration ${READERS}
          where registration.event_id = ${eventId} and ${isAudience(choice)}`,
      ),
      " union all ",
    ),
  );
  const sent = await db.$queryRaw<(Omit<SentMessage, "session"> & { session: string | null })[]>`
    select message.id, audience, session,
      jsonb_build_object('en', subject_en, 'zh', subject_zh) as subject,
      jsonb_build_object('en', body_en, 'zh', body_zh) as body,
      person.name as by, message.created_at as at, letters, written_at is not null as done
    from event_message message join person on person.id = message.created_by
    where event_id = ${eventId} order by message.id desc limit ${LISTED}`;
  const nameOf = (key: string | null) => sessions.find((each) => each.key === key)?.name ?? null;
  return {
    title,
    audiences: choices.map((choice, place) => ({
      ...choice,
      name: nameOf(choice.session),
      parties: counts.find((each) => each.place === place)?.parties ?? 0,
    })),
    messages: sent.map((message) => ({ ...message, session: nameOf(message.session) })),
  };
}

function choicesOf(sessions: readonly EventSession[]): ChosenAudience[] {
  const whole = audiences.filter((audience) => audience !== "session");
  return [
    ...whole.map((audience) => ({ audience, session: null })),
    ...sessions.map(({ key }) => ({ audience: "session" as const, session: key })),
  ];
}
