import { db } from "#app/platform/db.server.ts";
import { log } from "#app/platform/log.server.ts";
import { openSecret } from "./endpoint-secret.server.ts";
import { bodyOf, type KeptEvent, signedHeaders } from "./message.ts";
import { type Answer, postOutside, type Way } from "./post-outside.server.ts";
import { settleDelivery } from "./settle-delivery.server.ts";

/** A message that this process, and nobody else, sends now. */
type Claimed = {
  id: number;
  endpointId: number;
  claimedAt: Date;
  url: string;
  isOff: boolean;
  secret: Uint8Array;
  /** Null where it signs no more. */
  oldSecret: Uint8Array | null;
  requestKey: string;
  event: KeptEvent;
};

/** Longer than any attempt takes: who has not said by then what became of it has been killed. */
const CLAIM_SECONDS = 30;

/**
 * Sends a message whose time has come, and writes down what became of it; one that does not wait, or whose pause is not
 * over, is left alone. A worker that is killed on the way sends it again, under the same id: nobody can know whether it
 * arrived.
 *
 * @param way for tests; the internet otherwise.
 * @returns the endpoint to which it was sent; null where nothing was.
 * @throws Error where somebody else sends it now, so that the queue looks again whether they did.
 */
export async function sendDelivery(deliveryId: number, way?: Way): Promise<number | null> {
  const claimed = await claim(deliveryId);
  if (claimed === null) return null;
  const answer = await send(claimed, way);
  if (!answer.ok) {
    const { failure, status } = answer;
    log().warn({ delivery: deliveryId, failure, status }, "a webhook was not taken");
  }
  await settleDelivery(claimed, answer);
  return claimed.endpointId;
}

async function claim(deliveryId: number): Promise<Claimed | null> {
  const [claimed] = await db().$queryRaw<Claimed[]>`
    update webhook_delivery delivery
    set claimed_at = date_trunc('milliseconds', clock_timestamp()), attempts = attempts + 1
    from webhook_endpoint endpoint, webhook_event event
    where delivery.id = ${deliveryId} and delivery.state = 'waiting' and delivery.next_at <= now()
      and (delivery.claimed_at is null
        or delivery.claimed_at < now() - make_interval(secs => ${CLAIM_SECONDS}))
      and endpoint.id = delivery.endpoint_id and event.id = delivery.event_id
    returning delivery.id, delivery.claimed_at as "claimedAt", endpoint.id as "endpointId", endpoint.url,
      endpoint.off_at is not null as "isOff", endpoint.secret, endpoint.request_key as "requestKey",
      case when endpoint.old_secret_until > now() then endpoint.old_secret end as "oldSecret",
      jsonb_build_object('id', event.id, 'token', event.token, 'type', event.type, 'data', event.data,
        'happenedAt', event.happened_at) as event`;
  if (claimed) {
    const { event } = claimed;
    return { ...claimed, event: { ...event, happenedAt: new Date(event.happenedAt) } };
  }
  const [busy] = await db().$queryRaw<unknown[]>`
    select from webhook_delivery
    where id = ${deliveryId} and state = 'waiting' and next_at <= now() and claimed_at is not null`;
  if (busy) throw new Error(`Webhook ${deliveryId} is being sent by somebody else.`);
  return null;
}

async function send(claimed: Claimed, way?: Way): Promise<Answer> {
  if (claimed.isOff) return unsent("off");
  const secrets = await openSecrets(claimed);
  if (secrets === null) return unsent("secret");
  const { event, url } = claimed;
  const body = bodyOf(event);
  const headers = {
    "Content-Type": "application/json",
    "User-Agent": "Marque-Webhooks/1",
    ...signedHeaders({ token: event.token, body }, secrets, new Date()),
  };
  return postOutside({ url: new URL(url), headers, body }, way);
}

/** Null where the club's own secret has changed since, so that none can be read. */
async function openSecrets(claimed: Claimed): Promise<string[] | null> {
  const { secret, oldSecret, requestKey } = claimed;
  try {
    const sealed = oldSecret ? [secret, oldSecret] : [secret];
    return await Promise.all(sealed.map((each) => openSecret(each, requestKey)));
  } catch {
    return null;
  }
}

const unsent = (failure: "off" | "secret"): Answer => ({
  ok: false,
  failure,
  status: null,
  tookMs: 0,
});
