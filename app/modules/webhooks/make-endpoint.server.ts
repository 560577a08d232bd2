import type { Actor } from "#app/modules/access/actor.ts";
import type { WebhookEventName } from "#app/modules/api/webhook-schemas.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { newSecret, openSecret, sealSecret } from "./endpoint-secret.server.ts";
import type { UrlProblem } from "./endpoint-url.ts";
import { type Judge, judgeEndpoint } from "./judge-endpoint.server.ts";
import { THE_INTERNET } from "./post-outside.server.ts";

export const MOST_ENDPOINTS = 10;

export type NewEndpoint = {
  url: string;
  description: string;
  events: WebhookEventName[];
  /** The form's: sent twice it is one endpoint, with one secret. */
  requestKey: string;
};

export type EndpointMade =
  | { ok: true; id: number; secret: string }
  | { ok: false; refusal: UrlProblem | "too-many" };

/**
 * Makes an endpoint, which is on from then on. Its secret is shown this once; it is kept encrypted, since it signs.
 *
 * @param judge for tests and the demo club; the internet's name servers and the real rule otherwise.
 */
export async function makeEndpoint(
  { url: typed, description, events, requestKey }: NewEndpoint,
  { by, address }: Actor,
  judge: Judge = THE_INTERNET,
): Promise<EndpointMade> {
  const read = await judgeEndpoint(typed, judge);
  if (!read.ok) return { ok: false, refusal: read.problem };
  const secret = newSecret();
  const sealed = await sealSecret(secret, requestKey);
  return inRetriedTransaction(async (tx) => {
    await takeTurns(tx, "webhooks");
    const known = await tx.webhookEndpoint.findUnique({ where: { requestKey } });
    if (known) {
      return { ok: true, id: known.id, secret: await openSecret(known.secret, requestKey) };
    }
    if ((await tx.webhookEndpoint.count()) >= MOST_ENDPOINTS) {
      return { ok: false, refusal: "too-many" };
    }
    const { id } = await tx.webhookEndpoint.create({
      data: {
        ...{ url: read.url.href, description, events, secret: sealed },
        ...{ requestKey, createdBy: by },
      },
      select: { id: true },
    });
    await writeAudit(tx, {
      personId: by,
      action: "webhook.made",
      subject: `webhook:${id}`,
      detail: { host: read.url.host, description, events: events.join(" ") },
      address,
    });
    return { ok: true, id, secret };
  });
}
