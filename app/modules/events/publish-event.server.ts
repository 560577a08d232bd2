import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { eventHow } from "./event-how.server.ts";
import type { EventIssues } from "./event-issues.ts";
import { lockTypedEvent } from "./lock-typed-event.server.ts";
import { writePlan } from "./plan.ts";
import { readTypedEvent } from "./read-typed-event.ts";
import { freeSlug, slugOf } from "./slug.ts";
import { typeEvent } from "./type-event.ts";

export type EventPublished =
  | { ok: true; slug: string }
  | { ok: false; refusal: "no-such-event" | "not-a-draft" | "changed-meanwhile" }
  /** The checklist is not empty; an event that has begun is one thing that stands on it. */
  | { ok: false; refusal: "unfinished"; issues: EventIssues };

type Publishing = {
  eventId: number;
  /** Which whoever publishes has seen; null where nobody looked, as in a series. */
  revision: number | null;
  now: Date;
};

/** Publishes a draft: it gets its first version and the address that it keeps. */
export const publishEvent = (event: Publishing, actor: Actor): Promise<EventPublished> =>
  inRetriedTransaction<EventPublished>((tx) => publishEventIn(tx, event, actor));

/** The same in the caller's transaction. */
export async function publishEventIn(
  tx: Db,
  { eventId, revision, now }: Publishing,
  actor: Actor,
): Promise<EventPublished> {
  const event = await lockTypedEvent(tx, eventId);
  if (!event) return { ok: false, refusal: "no-such-event" };
  if (event.state !== "draft") return { ok: false, refusal: "not-a-draft" };
  if (revision !== null && revision !== event.revision) {
    return { ok: false, refusal: "changed-meanwhile" };
  }
  const how = await eventHow(tx);
  const read = readTypedEvent(event.typed, { ...how, now, before: null });
  if (!read.ok) return { ok: false, refusal: "unfinished", issues: read.issues };
  const { plan } = read;
  const slug = await slugFor(tx, plan.title.en, how.time.dayOf(plan.startsAt));
  const kept = writePlan(plan);
  await tx.event.update({
    where: { id: eventId },
    data: {
      slug,
      state: "published",
      plan: kept,
      version: 1,
      typed: typeEvent(plan, how),
      datesBefore: Prisma.DbNull,
      revision: { increment: 1 },
      startsAt: plan.startsAt,
      endsAt: plan.endsAt,
      publishedAt: now,
    },
  });
  await tx.eventVersion.create({
    data: { eventId, version: 1, plan: kept, createdBy: actor.by },
  });
  await writeAudit(tx, {
    personId: actor.by,
    action: "event.published",
    subject: `event:${eventId}`,
    detail: { event: plan.title.en },
    address: actor.address,
  });
  return { ok: true, slug };
}

async function slugFor(tx: Db, title: string, day: string): Promise<string> {
  await takeTurns(tx, "address", "event");
  const alike = await tx.event.findMany({
    where: { slug: { startsWith: slugOf(title) } },
    select: { slug: true },
  });
  return freeSlug(title, day, new Set(alike.map(({ slug }) => slug)));
}
