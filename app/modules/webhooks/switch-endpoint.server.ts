import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { lockEndpoint, NO_ENDPOINT, type NoEndpoint } from "./lock-endpoint.server.ts";

/** Switches an endpoint on, or off by hand. One that is so already stays as it is. */
export async function switchEndpoint(
  id: number,
  on: boolean,
  { by, address }: Actor,
): Promise<{ ok: true } | NoEndpoint> {
  return inRetriedTransaction(async (tx) => {
    const endpoint = await lockEndpoint(tx, id);
    if (!endpoint) return NO_ENDPOINT;
    if (endpoint.isOff !== on) return { ok: true };
    await tx.webhookEndpoint.update({
      where: { id },
      // What failed before it was mended says nothing of it now.
      data: on
        ? { offAt: null, offWhy: null, failingSince: null }
        : { offAt: endpoint.now, offWhy: "by-hand" },
      select: { id: true },
    });
    await writeAudit(tx, {
      personId: by,
      action: on ? "webhook.switched-on" : "webhook.switched-off",
      subject: `webhook:${id}`,
      address,
    });
    return { ok: true };
  });
}
