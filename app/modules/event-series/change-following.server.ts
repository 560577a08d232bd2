import type { Actor } from "#app/modules/access/actor.ts";
import { changePlanIn } from "#app/modules/events/change-event.server.ts";
import { type EventPlan, readPlan } from "#app/modules/events/plan.ts";
import type { Db } from "#app/platform/db.server.ts";

/** What is said of an event, and can be said of each of its series: nothing that anybody registered for. */
const WORDS = [
  "kind",
  "title",
  "summary",
  "about",
  "programme",
  "gives",
  "drawing",
  "organiser",
  "contactPhone",
  "contactEmail",
  "mapUrl",
] as const satisfies (keyof EventPlan)[];

/**
 * Says of those that follow an event in its series what is now said of it. Their days, places and prices stay, and so
 * does whoever is registered.
 *
 * @returns how many of them changed.
 */
export async function changeFollowingIn(
  tx: Db,
  { eventId, plan, now }: { eventId: number; plan: EventPlan; now: Date },
  actor: Actor,
): Promise<number> {
  const { seriesId, startsAt } = await tx.event.findUniqueOrThrow({
    where: { id: eventId },
    select: { seriesId: true, startsAt: true },
  });
  if (seriesId === null || startsAt === null) return 0;
  const following = await tx.event.findMany({
    where: { seriesId, state: "published", startsAt: { gt: startsAt } },
    orderBy: { id: "asc" },
    select: { id: true, plan: true },
  });
  let changed = 0;
  for (const { id, plan: kept } of following) {
    const words = Object.fromEntries(WORDS.map((field) => [field, plan[field]]));
    const next = { ...readPlan(kept), ...words };
    const change = { eventId: id, plan: next, revision: null, agreed: [], now };
    const answer = await changePlanIn(tx, change, actor);
    if (answer.ok && answer.changed) changed++;
  }
  return changed;
}
