import type { Actor } from "#app/modules/access/actor.ts";
import { TEST_EVENT } from "#app/modules/api/webhook-schemas.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { newToken } from "./announce.server.ts";
import { lockEndpoint, NO_ENDPOINT, type NoEndpoint } from "./lock-endpoint.server.ts";
import { enqueueDelivery } from "./settle-delivery.server.ts";

export type TestSent = { ok: true } | { ok: false; refusal: "off" } | NoEndpoint;

/** Sends an endpoint a message about nothing, as any other is sent. */
export async function sendTest(id: number, { by, address }: Actor): Promise<TestSent> {
  return inRetriedTransaction(async (tx) => {
    const endpoint = await lockEndpoint(tx, id);
    if (!endpoint) return NO_ENDPOINT;
    if (endpoint.isOff) return { ok: false, refusal: "off" };
    const { now } = endpoint;
    const delivery = await tx.webhookDelivery.create({
      data: {
        endpoint: { connect: { id } },
        event: { create: { token: newToken(), type: TEST_EVENT, data: {}, happenedAt: now } },
        ...{ state: "waiting", nextAt: now },
      },
      select: { id: true },
    });
    await enqueueDelivery(tx, { id: delivery.id, endpointId: id });
    await writeAudit(tx, {
      personId: by,
      action: "webhook.tested",
      subject: `webhook:${id}`,
      address,
    });
    return { ok: true };
  });
}
