import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { lockEndpoint } from "./lock-endpoint.server.ts";

/** Removes an endpoint, and all messages to it, sent or not. Removed twice, nothing happens. */
export async function removeEndpoint(id: number, { by, address }: Actor): Promise<void> {
  await inRetriedTransaction(async (tx) => {
    if (!(await lockEndpoint(tx, id))) return;
    await tx.webhookEndpoint.delete({ where: { id }, select: { id: true } });
    await writeAudit(tx, {
      personId: by,
      action: "webhook.removed",
      subject: `webhook:${id}`,
      address,
    });
  });
}
