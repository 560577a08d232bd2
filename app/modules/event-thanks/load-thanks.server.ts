import { Prisma } from "#app/generated.server/prisma/client.ts";
import { CAME } from "#app/modules/event-messages/audience-sql.server.ts";
import { readPlan } from "#app/modules/events/plan.ts";
import { renderLetter } from "#app/modules/letters/render-letter.server.ts";
import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { HAS_PICTURE } from "./thanks-picture.server.ts";
import { thankedFrom } from "./thanks-times.ts";

/** How far the thanks of an event are. */
export type ThanksPage = {
  eventId: number;
  title: InBoth;
  isOver: boolean;
  isCancelled: boolean;
  /** Null where there is none. */
  album: "draft" | "published" | null;
  /** When they go out by themselves, at the earliest; null where they do not, or did. */
  from: Date | null;
  /** Null before anything was decided. */
  state: "held" | "sending" | "sent" | null;
  /** Parties of which somebody came, and of these: with an address, and with a picture of their own. */
  came: number;
  reachable: number;
  withPicture: number;
  /** Looked at so far, and written to. */
  noted: number;
  lettered: number;
};

type Row = Omit<ThanksPage, "from" | "title"> & { plan: unknown; publishedAt: Date | null };

/** Everything of the page of an event's thanks; null of one that was never published. */
export async function loadThanksPage(
  on: Db,
  eventId: number,
  now = new Date(),
): Promise<ThanksPage | null> {
  const [row] = await queryRows<Row>(
    on,
    Prisma.sql`
    select event.id as "eventId", event.plan, event.ends_at <= ${now} as "isOver",
      event.state = 'cancelled' as "isCancelled", album.state as album, album.published_at as "publishedAt",
      thanks.state, parties.*,
      (select count(*)::int from event_thanks_party where event_id = event.id) as noted,
      (select count(*)::int from event_thanks_party where event_id = event.id and lettered) as lettered
    from event left join album on album.event_id = event.id
    left join event_thanks thanks on thanks.event_id = event.id
    cross join lateral (select count(*)::int as came, count(person.email)::int as reachable,
        (count(*) filter (where ${HAS_PICTURE}))::int as "withPicture"
      from registration left join member on member.id = registration.member_id
      left join person on person.id = member.person_id and person.closed_at is null
      where registration.event_id = event.id and ${CAME}) parties
    where event.id = ${eventId} and event.state <> 'draft'`,
  );
  if (!row) return null;
  const { plan, publishedAt, ...page } = row;
  const isAhead = page.state === null && !page.isCancelled && publishedAt !== null;
  return { ...page, title: readPlan(plan).title, from: isAhead ? thankedFrom(publishedAt) : null };
}

/** The letter as a family that has everything gets it: with a name in place of theirs. */
async function aLetter(on: Db, eventId: number) {
  const event = await on.event.findFirst({
    where: { id: eventId, state: { not: "draft" } },
    include: { album: { select: { state: true } } },
  });
  if (!event) return null;
  const { title, attendancePoints } = readPlan(event.plan);
  return {
    ...{ title, points: attendancePoints, registrationId: null },
    album: event.album?.state === "published" ? event.slug : null,
  };
}

/** What the letter says, in the words of one language; null where there is no such event. */
export async function previewThanks(on: Db, eventId: number, locale: Locale, name: string) {
  const props = await aLetter(on, eventId);
  if (!props) return null;
  const letter = { personId: null, template: "event-thanks", locale, props: { name, ...props } };
  const { subject, text } = await renderLetter(letter);
  return { subject, text };
}

/** Sends the letter to whoever wants to see it first, and to nobody else. False where there is no such event. */
export async function sendTestThanks(on: Db, eventId: number, personId: number): Promise<boolean> {
  const props = await aLetter(on, eventId);
  if (!props) return false;
  const reader = await on.person.findUniqueOrThrow({
    where: { id: personId },
    select: { id: true, name: true, email: true, locale: true, closedAt: true },
  });
  await writeLetterTo(
    on,
    { ...reader, name: reader.name ?? "" },
    { template: "event-thanks", props },
  );
  return true;
}
