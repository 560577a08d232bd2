import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { newSecret, OLD_SECRET_HOURS, sealSecret } from "./endpoint-secret.server.ts";
import { lockEndpoint, NO_ENDPOINT, type NoEndpoint } from "./lock-endpoint.server.ts";

/**
 * Makes a new secret, which is shown this once. For a day the one before it signs as well; one from before that, which
 * may still have signed, does not.
 */
export async function makeNewSecret(
  id: number,
  { by, address }: Actor,
): Promise<{ ok: true; secret: string } | NoEndpoint> {
  return inRetriedTransaction(async (tx) => {
    const endpoint = await lockEndpoint(tx, id);
    if (!endpoint) return NO_ENDPOINT;
    const secret = newSecret();
    await tx.webhookEndpoint.update({
      where: { id },
      data: {
        secret: await sealSecret(secret, endpoint.requestKey),
        oldSecret: endpoint.secret,
        oldSecretUntil: new Date(endpoint.now.getTime() + OLD_SECRET_HOURS * 3_600_000),
      },
      select: { id: true },
    });
    await writeAudit(tx, {
      personId: by,
      action: "webhook.secret-made",
      subject: `webhook:${id}`,
      address,
    });
    return { ok: true, secret };
  });
}
