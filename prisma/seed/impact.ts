import type { Actor } from "#app/modules/access/actor.ts";
import { readPlan } from "#app/modules/events/plan.ts";
import { recordImpact } from "#app/modules/impact/record-impact.server.ts";
import { db } from "#app/platform/db.server.ts";

/** The trees of the families of the planting that is over, in the order in which they registered. */
const TREES_OF = [3, 5, 2, 1, 4];

/** Counts the trees of the demo's planting, once: what the club's page adds up. */
export async function countTrees(planting: number, counter: Actor): Promise<void> {
  if ((await db().impactCount.count({ where: { eventId: planting } })) > 0) return;
  const event = await db().event.findUniqueOrThrow({ where: { id: planting } });
  const came = await db().attendanceOutcome.findMany({
    where: { eventId: planting, outcome: "came" },
    orderBy: { registrationId: "asc" },
    select: { registrationId: true },
  });
  const counted = await recordImpact(
    {
      eventId: planting,
      reason: "",
      counts: came.map(({ registrationId }, place) => ({
        ...{ registrationId, personId: null, amount: (TREES_OF[place] ?? 1) * 10 },
        seen: { amount: null, version: 0 },
      })),
    },
    counter,
    readPlan(event.plan).endsAt,
  );
  if (!counted.ok) throw new Error(`The demo's trees were refused: ${JSON.stringify(counted)}`);
}
