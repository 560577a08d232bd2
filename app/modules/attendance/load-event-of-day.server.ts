import type { KeptState } from "#app/modules/events/event-state.ts";
import { type EventPlan, readPlan } from "#app/modules/events/plan.ts";
import type { Db } from "#app/platform/db.server.ts";

export type EventOfDay = { id: number; state: KeptState; version: number; plan: EventPlan };

/** An event as its day needs it; null where there is none, or it was never published. */
export async function loadEventOfDay(db: Db, id: number): Promise<EventOfDay | null> {
  const row = await db.event.findUnique({
    where: { id },
    select: { state: true, version: true, plan: true },
  });
  if (row?.plan == null) return null;
  return { id, state: row.state as KeptState, version: row.version, plan: readPlan(row.plan) };
}
