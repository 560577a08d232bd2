import type { Db } from "#app/platform/db.server.ts";
import type { DeliveryState, Failure } from "./delivery-states.ts";
import { bodyOf } from "./message.ts";

/** A message on its way, or there. Of answers there is nothing but their status. */
export type DeliveryListed = {
  id: number;
  type: string;
  happenedAt: Date;
  state: DeliveryState;
  attempts: number;
  nextAt: Date | null;
  triedAt: Date | null;
  tookMs: number | null;
  status: number | null;
  failure: Failure | null;
  /** What was, or is to be, sent. */
  body: string;
};

export type DeliveryList = {
  deliveries: DeliveryListed[];
  /** The `before` of the next older page; null on the last one. */
  olderBefore: number | null;
};

/** Messages to an endpoint, the latest first. */
export async function listDeliveries(
  db: Db,
  endpointId: number,
  { show, before, limit }: { show: "failed" | null; before: number | null; limit: number },
): Promise<DeliveryList> {
  const rows = await db.webhookDelivery.findMany({
    where: {
      endpointId,
      ...(before === null ? {} : { id: { lt: before } }),
      ...(show === null ? {} : { state: show }),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
    omit: { claimedAt: true, eventId: true, endpointId: true },
    include: { event: true },
  });
  const shown = rows.slice(0, limit);
  return {
    deliveries: shown.map(({ event, state, failure, ...row }) => ({
      ...row,
      type: event.type,
      happenedAt: event.happenedAt,
      state: state as DeliveryState,
      failure: failure as Failure | null,
      body: bodyOf(event),
    })),
    olderBefore: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}
