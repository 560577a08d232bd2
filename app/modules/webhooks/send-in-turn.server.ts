import { db } from "#app/platform/db.server.ts";
import type { Way } from "./post-outside.server.ts";
import { sendDelivery } from "./send-delivery.server.ts";

/** So many by one job at most: the queue believes a job only for some hours. */
const IN_ONE_GO = 100;

/**
 * Sends a message, and after it whatever else is due to its endpoint, the oldest first. Each of those has a job of its
 * own, which stays until it is sent, so that nothing is forgotten where this process is killed; jobs to one endpoint
 * never run at once, and taking them up one by one would cost a look at the queue each.
 *
 * @param signal the process is to stop: the queue has the rest.
 * @param way for tests; the internet otherwise.
 */
export async function sendInTurn(
  deliveryId: number,
  signal: AbortSignal,
  way?: Way,
): Promise<void> {
  const endpointId = await sendDelivery(deliveryId, way);
  if (endpointId === null) return;
  for (let sent = 1; sent < IN_ONE_GO && !signal.aborted; sent++) {
    const id = await nextDue(endpointId);
    if (id === null) return;
    await sendDelivery(id, way);
    await db().$queryRaw`
      select graphile_worker.remove_job('webhook:' || id) is null as gone
      from webhook_delivery where id = ${id} and state <> 'waiting'`;
  }
}

/** One that somebody has claimed is left to them, or to its own job. */
async function nextDue(endpointId: number): Promise<number | null> {
  const [due] = await db().$queryRaw<{ id: number }[]>`
    select id from webhook_delivery
    where endpoint_id = ${endpointId} and state = 'waiting' and next_at <= now() and claimed_at is null
    order by id limit 1`;
  return due?.id ?? null;
}
