import type { Db } from "#app/platform/db.server.ts";
import type { KeptState } from "./event-state.ts";
import { type EventPlan, readPlan } from "./plan.ts";
import { type TypedEvent, typedFrom } from "./typed-event.ts";

type LockedTypedEvent = {
  state: KeptState;
  slug: string;
  typed: TypedEvent;
  plan: EventPlan | null;
  revision: number;
  version: number;
};

/**
 * An event of any state with its form, kept from being changed by anybody else until the transaction is over: for who
 * changes what it is. Who gives or takes places locks the same row in seats/lock-event.server.ts.
 *
 * @returns null where there is none.
 */
export async function lockTypedEvent(tx: Db, eventId: number): Promise<LockedTypedEvent | null> {
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
