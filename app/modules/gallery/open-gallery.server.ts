import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Actor } from "#app/modules/access/actor.ts";
import { readPlan } from "#app/modules/events/plan.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";

/** Opens an event's gallery before its ranking is public, or closes it for good reasons. False where there is no event. */
export function openGallery(
  { eventId, isOpen }: { eventId: number; isOpen: boolean },
  actor: Actor,
  now = new Date(),
): Promise<boolean> {
  return inRetriedTransaction(async (tx) => {
    const event = await tx.event.findFirst({ where: { id: eventId, state: "published" } });
    if (!event) return false;
    const how = { isOpen, changedBy: actor.by, changedAt: now };
    await tx.eventGallery.upsert({
      where: { eventId },
      create: { eventId, ...how },
      update: how,
    });
    await writeAudit(tx, {
      personId: actor.by,
      action: isOpen ? "gallery.opened" : "gallery.closed",
      subject: `event:${eventId}`,
      address: actor.address,
    });
    return true;
  });
}

/** An event's gallery as staff see it: whether it is open, and how many pictures it shows or leaves out. */
export async function loadKeptGallery(on: Db, eventId: number) {
  const event = await on.event.findUnique({
    where: { id: eventId },
    select: { slug: true, state: true, plan: true, gallery: true },
  });
  if (event?.plan == null) return null;
  const [counts] = await queryRows<{
    pictures: number;
    agreed: number;
    hearts: number;
    isPublished: boolean;
  }>(
    on,
    Prisma.sql`
    select count(distinct entry.id)::int as pictures,
      count(distinct entry.id) filter (where 'artwork' = any(person.consents))::int as agreed,
      (select count(*)::int from contest_favourite heart join contest_entry of on of.id = heart.entry_id
        join contest its on its.id = of.contest_id where its.event_id = ${eventId}) as hearts,
      coalesce(bool_or(contest.state = 'published'), false) as "isPublished"
    from contest join contest_entry entry on entry.contest_id = contest.id and entry.state = 'in'
    join contest_picture picture on picture.entry_id = entry.id and picture.removed_at is null
    left join registration_person person on person.id = entry.registration_person_id
    where contest.event_id = ${eventId} and contest.kind = 'pictures'
      and contest.state in ('open', 'closed', 'published')`,
  );
  const { slug, plan, gallery } = event;
  return {
    ...{ slug, title: readPlan(plan).title, byHand: gallery?.isOpen ?? null },
    ...(counts ?? { pictures: 0, agreed: 0, hearts: 0, isPublished: false }),
  };
}
