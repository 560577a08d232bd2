import type { KeptState } from "#app/modules/events/event-state.ts";
import { type EventPlan, readPlan } from "#app/modules/events/plan.ts";
import type { Db } from "#app/platform/db.server.ts";

/** An event of which nobody else gives or takes places until the transaction ends. */
export type LockedEvent = {
  id: number;
  slug: string;
  state: Exclude<KeptState, "draft">;
  plan: EventPlan;
  version: number;
  /** The clock once the lock was had: others may have had it long. */
  now: Date;
};

/**
 * Locks an event's row: before everything else that a transaction locks, the ledger's accounts last.
 *
 * @param now for tests; the database's clock otherwise.
 * @returns null where there is none, or nobody has published it.
 */
export async function lockEvent(tx: Db, eventId: number, now?: Date): Promise<LockedEvent | null> {
  await tx.$executeRaw`select from event where id = ${eventId} for no key update`;
  const [row] = await tx.$queryRaw<
    (Omit<LockedEvent, "plan" | "state"> & { plan: unknown; state: KeptState })[]
  >`
    select id, slug, state, plan, version, clock_timestamp() as now from event where id = ${eventId}`;
  if (!row || row.state === "draft") return null;
  return { ...row, state: row.state, plan: readPlan(row.plan), now: now ?? row.now };
}
