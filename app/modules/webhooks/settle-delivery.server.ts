import type { Db } from "#app/platform/db.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { Answer } from "./post-outside.server.ts";
import { askedPause } from "./retry-after.ts";
import { isSwitchedOff, pauseAfter } from "./retry-schedule.ts";
import { switchOffForFailing } from "./switch-off.server.ts";

/** An attempt that its caller has made. */
export type Attempt = { id: number; claimedAt: Date };

type Held = { endpointId: number; attempts: number; failingSince: Date | null; now: Date };

/** The receiver wants nothing more (RFC 9110, 15.5.11). */
const GONE = 410;

/**
 * Writes down what became of an attempt: sent, to be sent again after a pause, or given up. Nothing is written where
 * somebody else has taken the message over, or it has been removed meanwhile.
 */
export async function settleDelivery(attempt: Attempt, answer: Answer): Promise<void> {
  await inRetriedTransaction(async (tx) => {
    const held = await hold(tx, attempt);
    if (!held) return;
    if (answer.ok) await noteSent(tx, attempt.id, held, answer);
    else await noteFailure(tx, attempt.id, held, answer);
  });
}

async function hold(tx: Db, { id, claimedAt }: Attempt): Promise<Held | null> {
  const [held] = await tx.$queryRaw<Held[]>`
    select delivery.endpoint_id as "endpointId", delivery.attempts,
      endpoint.failing_since as "failingSince", date_trunc('milliseconds', now()) as now
    from webhook_delivery delivery join webhook_endpoint endpoint on endpoint.id = delivery.endpoint_id
    where delivery.id = ${id} and delivery.state = 'waiting' and delivery.claimed_at = ${claimedAt}::timestamptz
    for no key update`;
  return held ?? null;
}

async function noteSent(
  tx: Db,
  id: number,
  { endpointId, failingSince, now }: Held,
  { status, tookMs }: Answer,
): Promise<void> {
  await tx.webhookDelivery.update({
    where: { id },
    data: { ...tried(now, tookMs), state: "sent", nextAt: null, status, failure: null },
    select: { id: true },
  });
  if (failingSince === null) return;
  await tx.webhookEndpoint.update({
    where: { id: endpointId },
    data: { failingSince: null },
    select: { id: true },
  });
}

async function noteFailure(
  tx: Db,
  id: number,
  held: Held,
  { failure, status, retryAfter, tookMs }: Extract<Answer, { ok: false }>,
): Promise<void> {
  const { endpointId, attempts, now } = held;
  const isGone = status === GONE;
  const asked = askedPause(status, retryAfter, now);
  const pause = isGone || failure === "off" ? null : pauseAfter(attempts, Math.random(), asked);
  const nextAt = pause === null ? null : new Date(now.getTime() + pause);
  await tx.webhookDelivery.update({
    where: { id },
    data: {
      ...tried(now, tookMs),
      ...{ state: nextAt ? "waiting" : "failed", nextAt, status, failure },
    },
    select: { id: true },
  });
  if (nextAt) await enqueueDelivery(tx, { id, endpointId, runAt: nextAt });
  // That it is off says nothing of whoever is there.
  if (failure === "off") return;
  const failingSince = held.failingSince ?? now;
  await tx.webhookEndpoint.update({
    where: { id: endpointId },
    data: { failingSince },
    select: { id: true },
  });
  if (isGone) await switchOffForFailing(tx, endpointId, { why: "gone", now });
  else if (!nextAt && isSwitchedOff(failingSince, now)) {
    await switchOffForFailing(tx, endpointId, { why: "failing", now });
  }
}

const tried = (now: Date, tookMs: number) => ({ triedAt: now, tookMs, claimedAt: null });

/** Hands a message to the queue, in which those to one endpoint go one after the other. */
export function enqueueDelivery(
  tx: Db,
  { id, endpointId, runAt }: { id: number; endpointId: number; runAt?: Date },
): Promise<void> {
  return enqueue(
    tx,
    "send-webhook",
    { deliveryId: id },
    { jobKey: `webhook:${id}`, queue: `webhook:${endpointId}`, runAt },
  );
}
