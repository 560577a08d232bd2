import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { WebhookEventName } from "#app/modules/api/webhook-schemas.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { OffReason } from "./delivery-states.ts";

/** An endpoint as staff see it: without its secrets. */
export type EndpointShown = {
  id: number;
  url: string;
  description: string;
  events: WebhookEventName[];
  createdAt: Date;
  offAt: Date | null;
  offWhy: OffReason | null;
  /** Since when nothing has got through; null where the last did. */
  failingSince: Date | null;
  /** Until when the secret before the last signs as well; null where none does. */
  oldSecretUntil: Date | null;
  waiting: number;
  failed: number;
  /** When the oldest of those was written; null where there is none. */
  failedFrom: Date | null;
};

/** All endpoints, in the order in which they were made. */
export function loadEndpoints(db: Db): Promise<EndpointShown[]> {
  return db.$queryRaw<EndpointShown[]>`${SHOWN} order by endpoint.id`;
}

/** One of them; null where there is none. */
export async function loadEndpoint(db: Db, id: number): Promise<EndpointShown | null> {
  const [endpoint] = await db.$queryRaw<EndpointShown[]>`${SHOWN} where endpoint.id = ${id}`;
  return endpoint ?? null;
}

const SHOWN = Prisma.sql`
  select endpoint.id, url, description, events, endpoint.created_at as "createdAt",
    off_at as "offAt", off_why as "offWhy", failing_since as "failingSince",
    case when old_secret_until > now() then old_secret_until end as "oldSecretUntil",
    (select count(*)::int from webhook_delivery
      where endpoint_id = endpoint.id and state = 'waiting') as waiting,
    (select count(*)::int from webhook_delivery
      where endpoint_id = endpoint.id and state = 'failed') as failed,
    (select min(event.created_at) from webhook_delivery delivery
      join webhook_event event on event.id = delivery.event_id
      where delivery.endpoint_id = endpoint.id and delivery.state = 'failed') as "failedFrom"
  from webhook_endpoint endpoint`;
