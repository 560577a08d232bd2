import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { lockEndpoint, NO_ENDPOINT, type NoEndpoint } from "./lock-endpoint.server.ts";

export type SentAgain = { ok: true; count: number } | { ok: false; refusal: "off" } | NoEndpoint;

/** Which messages to an endpoint are sent again: one, whatever became of it, or those given up since an instant. */
export type Again = { deliveryId: number } | { failedSince: Date };

/**
 * Sends messages again, at once and under the ids that they had, with all attempts before them. One that waits out a
 * pause waits no more.
 */
export async function sendAgain(
  endpointId: number,
  again: Again,
  { by, address }: Actor,
): Promise<SentAgain> {
  return inRetriedTransaction(async (tx) => {
    const endpoint = await lockEndpoint(tx, endpointId);
    if (!endpoint) return NO_ENDPOINT;
    if (endpoint.isOff) return { ok: false, refusal: "off" };
    const count = await queueAgain(tx, endpointId, again);
    if (count === 0) return { ok: true, count };
    await writeAudit(tx, {
      personId: by,
      action: "webhook.sent-again",
      subject: `webhook:${endpointId}`,
      detail: { count },
      address,
    });
    return { ok: true, count };
  });
}

async function queueAgain(tx: Db, endpointId: number, again: Again): Promise<number> {
  const which =
    "deliveryId" in again
      ? Prisma.sql`delivery.id = ${again.deliveryId}`
      : Prisma.sql`delivery.state = 'failed' and event.created_at >= ${again.failedSince}::timestamptz`;
  const [{ count }] = await tx.$queryRaw<[{ count: number }]>`
    with again as (
      update webhook_delivery delivery set state = 'waiting', next_at = now(), attempts = 0
      from webhook_event event
      where event.id = delivery.event_id and delivery.endpoint_id = ${endpointId} and ${which}
      returning delivery.id
    ), job as (
      select graphile_worker.add_jobs(array_agg(row(
        'send-webhook', json_build_object('deliveryId', id), ${`webhook:${endpointId}`}, null, null,
        'webhook:' || id, null, null)::graphile_worker.job_spec order by id))
      from again
    )
    select count(*)::int as count from job`;
  return count;
}
