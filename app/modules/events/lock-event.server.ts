import type { Db } from "#app/platform/db.server.ts";
import type { KeptState } from "./event-state.ts";
import { type EventPlan, readPlan } from "./plan.ts";
import { type TypedEvent, typedFrom } from "./typed-event.ts";

export type LockedEvent = {
  state: KeptState;
  slug: string;
  typed: TypedEvent;
  plan: EventPlan | null;
  revision: number;
  version: number;
};

/** An event, kept from being changed by anybody else until the transaction is over; null where there is none. */
export async function lockEvent(tx: Db, eventId: number): Promise<LockedEvent | null> {
  await tx.$queryRaw`select id from event where id = ${eventId} for no key update`;
  const row = await tx.event.findUnique({
    where: { id: eventId },
    select: { state: true, slug: true, typed: true, plan: true, revision: true, version: true },
  });
  return (
    row && {
      ...row,
      state: row.state as KeptState,
      typed: typedFrom(row.typed),
      plan: row.plan === null ? null : readPlan(row.plan),
    }
  );
}
